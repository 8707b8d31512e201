"""An asyncio loop that really waits, by blocking the worker: for free runs.

What other threads do goes on while it waits.
"""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import time
from collections.abc import Callable
from typing import Any

from . import judging

class Stuck(RuntimeError):
    """Nothing can ever wake the program."""


class _Waiter:
    """Stands in for a selector: there is nothing to watch but the clock."""

    owner = None
    reason = "something to do in its event loop"

    def __init__(self, is_ready: Callable[[], bool]) -> None:
        self._is_ready = is_ready

    def select(self, timeout: float | None) -> list[Any]:
        """Waits; None means that no timer is set and nothing is ready."""
        if timeout is None and judging.is_alone():
            raise Stuck("the event loop waits for something that can never happen")
        if timeout is None or timeout > 0:
            judging.wait(self, self._is_ready, timeout)
        return []

    def wake(self) -> None:
        """Another thread has something for the loop."""
        judging.wake(self)

    def close(self) -> None:
        """Nothing is held."""


class RealTimeLoop(asyncio.BaseEventLoop):
    """Timers on the device's clock; no files, no sockets."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Waiter(lambda: bool(self._ready))  # type: ignore[attr-defined]
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return time.monotonic()

    def _process_events(self, events: list[Any]) -> None: ...

    def _write_to_self(self) -> None:
        self._selector.wake()

    def run_in_executor(
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Runs the function in a thread; at once where there are none."""
        if judging.has_threads():
            return super().run_in_executor(executor, func, *args)
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


class _Policy(asyncio.events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined,misc]
    def new_event_loop(self) -> RealTimeLoop:
        return RealTimeLoop()


def install() -> None:
    """`asyncio.run`, `Runner` and `new_event_loop` use this loop from now on."""
    asyncio.events._set_event_loop_policy(_Policy())  # type: ignore[attr-defined]
    asyncio._set_running_loop(None)
    asyncio.run = asyncio.runners.run
