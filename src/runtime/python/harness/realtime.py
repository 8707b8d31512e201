"""An asyncio loop that really waits, by blocking the worker: for free runs."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import time
from collections.abc import Callable
from typing import Any

Sleep = Callable[[float], None]


class Stuck(RuntimeError):
    """Nothing can ever wake the program."""


class _Waiter:
    """Stands in for a selector: there is nothing to watch but the clock."""

    def __init__(self, sleep: Sleep) -> None:
        self._sleep = sleep

    def select(self, timeout: float | None) -> list[Any]:
        """Waits; None means that no timer is set and nothing is ready."""
        if timeout is None:
            raise Stuck("the event loop waits for something that can never happen")
        if timeout > 0:
            self._sleep(timeout)
        return []

    def close(self) -> None:
        """Nothing is held."""


class RealTimeLoop(asyncio.BaseEventLoop):
    """Timers on the device's clock; no files, no sockets, no threads."""

    def __init__(self, sleep: Sleep) -> None:
        super().__init__()
        self._selector = _Waiter(sleep)
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return time.monotonic()

    def _process_events(self, events: list[Any]) -> None: ...

    def _write_to_self(self) -> None: ...

    def run_in_executor(
        self, executor: object, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Runs the function at once, as there are no threads."""
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


class _Policy(asyncio.events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined,misc]
    def __init__(self, sleep: Sleep) -> None:
        super().__init__()
        self._sleep = sleep

    def new_event_loop(self) -> RealTimeLoop:
        return RealTimeLoop(self._sleep)


def install(sleep: Sleep) -> None:
    """`asyncio.run`, `Runner` and `new_event_loop` use this loop from now on."""
    asyncio.events._set_event_loop_policy(_Policy(sleep))  # type: ignore[attr-defined]
    asyncio._set_running_loop(None)
    asyncio.run = asyncio.runners.run
