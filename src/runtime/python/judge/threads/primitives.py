"""``_thread`` and what is made of it, on the scheduler's strands.

CPython's own `threading`, `queue` and `concurrent.futures` run on top, so they behave as they do
everywhere; only the lowest layer is ours.
"""

from ..pristine import __builtins__

import _queue
import _thread
import _threading_local
import concurrent.futures._base as futures
import concurrent.futures.thread as pool
import queue
import sys
import threading
from collections.abc import Callable
from itertools import count
from typing import Any

from .locks import RLock, allocate_lock, lock
from .scheduler import CannotStart, scheduler
from .strand import Strand

_MAIN = _thread.get_ident()
_make_hook = threading._make_invoke_excepthook  # type: ignore[attr-defined]
_main_thread, _current_thread = threading.main_thread(), threading.current_thread
_active: dict[int, Any] = threading._active  # type: ignore[attr-defined]
_limbo: dict[Any, Any] = threading._limbo  # type: ignore[attr-defined]
_NO_THREADS = "this browser cannot switch stacks, so Python has one thread"


class ThreadHandle:
    """A handle on a thread, by which it is joined."""

    __module__ = "_thread"
    __qualname__ = "_ThreadHandle"

    def __init__(self) -> None:
        self._strand: Strand | None = None
        self._is_done = False

    @property
    def ident(self) -> int:
        """The thread's number; 0 before it is started."""
        return 0 if self._strand is None else self._strand.ident

    def is_done(self) -> bool:
        """Whether the thread has ended."""
        return self._is_done or self._strand is not None and self._strand.done

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, for so many seconds at most."""
        strand = self._strand
        if strand is None:
            raise RuntimeError("thread not started")
        if strand is scheduler.current:
            raise RuntimeError("Cannot join current thread")
        if not self.is_done():
            limit = None if timeout is None or timeout < 0 else timeout
            scheduler.wait(strand, lambda: strand.done, limit)

    def _set_done(self) -> None:
        self._is_done = True


def start_joinable_thread(
    function: Callable[[], object], handle: ThreadHandle | None = None, daemon: bool = True
) -> ThreadHandle:
    """Start a new thread and return its handle."""
    handle = ThreadHandle() if handle is None else handle
    if handle._strand is not None:
        raise RuntimeError("thread already started")
    try:
        handle._strand = scheduler.start(function, daemon)
    except CannotStart:
        raise RuntimeError(_NO_THREADS) from None
    return handle


def start_new_thread(
    function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any] | None = None, /
) -> int:
    """Start a new thread and return its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    return start_joinable_thread(lambda: function(*args, **(kwargs or {}))).ident


def get_ident() -> int:
    """The number of the current thread, never 0."""
    return scheduler.current.ident


def _invoke_excepthook_maker() -> Callable[[Any], None]:
    """What `threading.Thread` calls when its `run` raises; first the scheduler learns of it."""
    usual = _make_hook()

    def invoke_excepthook(thread: Any) -> None:
        error = sys.exception()
        if error is None or scheduler.current.doomed:
            return
        if isinstance(error, KeyboardInterrupt):
            scheduler.panic(error)
            return
        scheduler.on_error(scheduler.current, error)
        usual(thread)

    return invoke_excepthook


class Numbers:
    """Counts the names of threads and pools; begins anew for each test."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._count = count(first)

    def next(self) -> int:
        """The next number."""
        return next(self._count)

    def reset(self) -> None:
        """From the start."""
        self._count = count(self._first)


_threads, _pools = Numbers(1), Numbers(0)


def install() -> None:
    """Replaces the lowest layer for the rest of the interpreter's life."""
    scheduler.main.ident = _MAIN
    names = {
        "allocate_lock": allocate_lock, "allocate": allocate_lock, "lock": lock,
        "LockType": lock, "RLock": RLock, "get_ident": get_ident, "get_native_id": get_ident,
        "start_new_thread": start_new_thread, "start_new": start_new_thread,
        "start_joinable_thread": start_joinable_thread, "_ThreadHandle": ThreadHandle,
        "_local": _threading_local.local,
    }  # fmt: skip
    for name, value in names.items():
        setattr(_thread, name, value)
    own = {
        "_start_joinable_thread": start_joinable_thread, "_allocate_lock": allocate_lock,
        "_LockType": lock, "Lock": lock, "_CRLock": RLock, "_ThreadHandle": ThreadHandle,
        "get_ident": get_ident, "get_native_id": get_ident, "_set_name": None,
        "_make_thread_handle": _handle_of, "_thread_shutdown": scheduler.finish,
        "_make_invoke_excepthook": _invoke_excepthook_maker, "_counter": _threads.next,
        "_active_limbo_lock": RLock(), "local": _threading_local.local,
        "_thread_local_info": _threading_local.local(),
    }  # fmt: skip
    for name, value in own.items():
        setattr(threading, name, value)
    for module in (queue, _queue):
        module.SimpleQueue = queue._PySimpleQueue  # type: ignore[attr-defined]
    pool._global_shutdown_lock = lock()  # type: ignore[attr-defined]
    pool.ThreadPoolExecutor._counter = _pools.next  # type: ignore[attr-defined]


def _handle_of(ident: int) -> ThreadHandle:
    handle = ThreadHandle()
    handle._strand = next(s for s in scheduler.strands if s.ident == ident)
    return handle


def leave() -> None:
    """What the end of a program does: pools are told, threads that are no daemons end by themselves.

    Raises the verdict when one of them never can.
    """
    try:
        pool._python_exit()  # type: ignore[attr-defined]
        scheduler.finish()
    finally:
        pool._shutdown = False  # type: ignore[attr-defined]


def clear(gently: bool = True) -> None:
    """Ends every thread that is left; a new program finds none. Else they stay as they are."""
    logger = futures.LOGGER
    quiet, logger.disabled = logger.disabled, True
    try:
        if gently:
            scheduler.end()
        else:
            scheduler.abandon()
    finally:
        logger.disabled = quiet
    for ident in [ident for ident in _active if ident != _MAIN]:
        del _active[ident]
    _limbo.clear()
    _threads.reset()
    _pools.reset()
    pool._shutdown = False  # type: ignore[attr-defined]
    pool._threads_queues.clear()  # type: ignore[attr-defined]
