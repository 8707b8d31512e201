"""Ways out of the interpreter, turned into exceptions, and the signal that stops a program."""

from __future__ import annotations

from .pristine import __builtins__

import _signal
import faulthandler
import os
import posix
import signal
from typing import Any, Final, NoReturn

_set_handler, _get_handler = _signal.signal, _signal.getsignal
_SIGINT: Final = _signal.SIGINT
_claimed: list[Any] = [signal.default_int_handler]


class Leaving(SystemExit):
    """The program called `os._exit`, `os.abort` or the like."""


def _exit(status: int = 0) -> NoReturn:
    """Ends the program; in the browser as an exception."""
    raise Leaving(status)


def _abort() -> NoReturn:
    """Ends the program; in the browser as an exception."""
    raise Leaving("abort")


def _kill(pid: int, number: int, /) -> NoReturn:
    """There is one process here, so this ends the program, as an exception."""
    raise Leaving(f"signal {int(number)}")


def _raise_signal(number: int, /) -> None:
    """Calls the program's own handler; without one the program ends, as an exception."""
    handler = _claimed[0] if number == _SIGINT else _get_handler(number)
    if callable(handler):
        handler(number, None)
    elif handler != _signal.SIG_IGN:
        raise Leaving(f"signal {int(number)}")


def _signal_signal(number: int, handler: Any, /) -> Any:
    """Sets a handler. SIGINT's is only remembered: the real one belongs to the judge."""
    if number != _SIGINT:
        return _set_handler(number, handler)
    before, _claimed[0] = _claimed[0], handler
    return before


def _getsignal(number: int, /) -> Any:
    """The handler as the program knows it."""
    return _claimed[0] if number == _SIGINT else _get_handler(number)


def reset() -> None:
    """Forgets the handler that a program set."""
    _claimed[0] = signal.default_int_handler


def install() -> None:
    """Replaces every way out, for the rest of the interpreter's life."""
    for module in (os, posix):
        for name, function in (("_exit", _exit), ("abort", _abort), ("kill", _kill)):
            if hasattr(module, name):
                setattr(module, name, function)
        for name in ("execv", "execve", "killpg", "fork", "forkpty"):
            if hasattr(module, name):
                delattr(module, name)
    for module in (signal, _signal):
        module.signal = _signal_signal  # type: ignore[attr-defined]
        module.getsignal = _getsignal  # type: ignore[attr-defined]
        module.raise_signal = _raise_signal  # type: ignore[attr-defined]
        for name in ("pthread_sigmask", "set_wakeup_fd", "setitimer", "alarm", "pause"):
            if hasattr(module, name):
                delattr(module, name)
    for name in dir(faulthandler):
        if name.startswith(("_sig", "_fatal", "_stack", "_read_null")):
            delattr(faulthandler, name)
