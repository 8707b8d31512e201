"""Making virtual time the default: for every new event loop, and for ``time.sleep``."""

from .pristine import __builtins__

import asyncio
import sys
import time
import warnings
from asyncio import AbstractEventLoop, events
from collections.abc import Callable
from types import CoroutineType
from typing import Any

from . import journal as _journal
from .frames import learner_line
from .journal import Block, Forgotten
from .loop import VirtualLoop, running
from .ownership import maker_line
from .pretended import thread_time
from .threads.scheduler import scheduler
from .waiting import label_of

_ORIGIN_DEPTH = 8
_NO_LOOP = "There is no current event loop in thread 'MainThread'."


class _Installed:
    """What was there before, and the loop that ``set_event_loop`` was last given."""

    depth = 0
    saved: list[tuple[Any, str, Any]] = []
    running: AbstractEventLoop | None = None
    origin_depth = 0
    loop: AbstractEventLoop | None = None


_installed = _Installed()


def install() -> None:
    """Make new event loops virtual and ``time.sleep`` pass virtual time, until `uninstall`.

    May be nested. `asyncio.run`, `Runner` and `IsolatedAsyncioTestCase` follow, as they ask
    ``asyncio.new_event_loop``. No event loop counts as running meanwhile.
    """
    _installed.depth += 1
    if _installed.depth > 1:
        return
    changes: list[tuple[Any, str, Callable[..., Any]]] = [
        (time, "sleep", sleep),
        (warnings, "_warn_unawaited_coroutine", _on_unawaited),
    ]
    for module in (asyncio, events):
        changes += [
            (module, "new_event_loop", new_event_loop),
            (module, "set_event_loop", set_event_loop),
            (module, "get_event_loop", get_event_loop),
        ]
    _installed.saved = [(owner, name, getattr(owner, name)) for owner, name, _ in changes]
    for owner, name, value in changes:
        setattr(owner, name, value)
    _installed.running = events._get_running_loop()
    events._set_running_loop(None)
    _installed.origin_depth = sys.get_coroutine_origin_tracking_depth()
    sys.set_coroutine_origin_tracking_depth(_ORIGIN_DEPTH)


def uninstall() -> None:
    """Undo one `install`."""
    if _installed.depth == 0:
        return
    _installed.depth -= 1
    if _installed.depth:
        return
    for owner, name, value in _installed.saved:
        setattr(owner, name, value)
    _installed.saved = []
    _installed.loop = None
    events._set_running_loop(_installed.running)
    _installed.running = None
    sys.set_coroutine_origin_tracking_depth(_installed.origin_depth)


def new_event_loop() -> VirtualLoop:
    """Create and return a new event loop (in a check: one on virtual time)."""
    return VirtualLoop(_journal.current(), thread_time())


def set_event_loop(loop: AbstractEventLoop | None) -> None:
    """Set the current event loop."""
    _installed.loop = loop


def get_event_loop() -> AbstractEventLoop:
    """Return the running event loop, else the one that was set. Raises RuntimeError."""
    loop = events._get_running_loop() or _installed.loop
    if loop is None:
        raise RuntimeError(_NO_LOOP)
    return loop


def sleep(seconds: float, /) -> None:
    """Suspend execution for the given number of seconds (in a check: virtual ones)."""
    if isinstance(seconds, str) or not hasattr(seconds, "__float__"):
        raise TypeError(
            f"'{type(seconds).__name__}' object cannot be interpreted as an integer"
        )
    duration = float(seconds)
    if duration < 0:
        raise ValueError("sleep length must be non-negative")
    if duration != duration:
        raise ValueError("Invalid value NaN (not a number)")
    journal = _journal.current()
    thread = thread_time()
    if thread is not None:
        thread.advance(duration)
        return
    loop = running()
    if loop is not None and duration > 0:
        task = journal.watch.of(asyncio.current_task(loop))
        line = learner_line(sys._getframe(1))
        journal.blocks.append(Block(duration, line, journal.now, task))
    if len(scheduler.strands) > 1:
        scheduler.sleep(duration)
    else:
        journal.time.advance(duration)


def _on_unawaited(coroutine: "CoroutineType[Any, Any, Any]") -> None:
    """CPython calls this when a coroutine ends its life without having begun it."""
    journal = _journal.current()
    line = maker_line(coroutine, journal)
    if line is None:
        return
    name = label_of(coroutine)
    journal.forgotten.append(Forgotten(name, line))
    stderr = sys.stderr
    if stderr is not None:
        stderr.write(f"RuntimeWarning: coroutine '{name}' (your line {line}) was never awaited\n")
