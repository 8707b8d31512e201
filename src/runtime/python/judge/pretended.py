"""``to_thread`` and ``run_in_executor`` where there are no threads."""

from .pristine import __builtins__

from asyncio import Future, events
from collections.abc import Callable
from concurrent.futures import Executor
from heapq import heapreplace
from typing import TYPE_CHECKING, Any

from .virtual import EPOCH, VirtualTime

if TYPE_CHECKING:
    from .loop import VirtualLoop

WORKERS = 32

_threads: list[VirtualTime] = []


def thread_time() -> VirtualTime | None:
    """The time of the pretended thread that is running, or None outside of one."""
    return _threads[-1] if _threads else None


def forget() -> None:
    """Drop threads that were cut off by a stop (a new test begins)."""
    _threads.clear()


class PretendedThreads:
    """Runs functions one after another, each on a time of its own.

    A function begins when a real pool would have had a free worker, and its result arrives when
    its own time says so: ``time.sleep(2)`` inside takes two virtual seconds and does not hold up
    the loop. What it does in between happens at once, so nothing interleaves.
    """

    def __init__(self, loop: "VirtualLoop") -> None:
        self._loop = loop
        self._free: dict[Executor | None, list[float]] = {}

    def submit(self, executor: Executor | None, work: Callable[[], Any]) -> "Future[Any]":
        """The future of the work's result."""
        future = self._loop.create_future()
        workers = getattr(executor, "_max_workers", WORKERS)
        free = self._free.setdefault(executor, [0.0] * workers)
        self._loop.call_soon(self._run, future, work, free)
        return future

    def _run(self, future: "Future[Any]", work: Callable[[], Any], free: list[float]) -> None:
        if future.cancelled():
            return
        if free[0] > self._loop.virtual.now:
            self._loop.call_at(EPOCH + free[0], self._run, future, work, free)
            return
        own = VirtualTime(self._loop.virtual)
        began = own.now
        result, error = None, None
        _threads.append(own)
        events._set_running_loop(None)
        try:
            result = work()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as raised:
            error = raised
        finally:
            events._set_running_loop(self._loop)
            _threads.remove(own)
        heapreplace(free, own.now)
        if own.now > began:
            self._loop.call_at(EPOCH + own.now, _settle, future, result, error)
        else:
            _settle(future, result, error)


def _settle(future: "Future[Any]", result: Any, error: BaseException | None) -> None:
    if future.cancelled():
        return
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)
