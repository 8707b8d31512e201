"""The cost and time limits of one piece of work, and how a program that ignores them is stopped."""

from __future__ import annotations

from .pristine import __builtins__

import _signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType

from . import frames
from .text import grouped

_TOOL = 4
_monitoring = sys.monitoring
_INSTRUCTION = _monitoring.events.INSTRUCTION
_free, _use, _owner = _monitoring.free_tool_id, _monitoring.use_tool_id, _monitoring.get_tool
_register, _set_events = _monitoring.register_callback, _monitoring.set_events
_restart, _DISABLE = _monitoring.restart_events, _monitoring.DISABLE
_signal_signal, _SIGINT = _signal.signal, _signal.SIGINT
_getframe = sys._getframe
# Code that goes on for so long after it was stopped is interrupted again.
_AGAIN = 20_000_000


class Stopped(KeyboardInterrupt):
    """A limit was reached. A KeyboardInterrupt, so that asyncio and unittest let it through."""


class Stop:
    """Where and why a program was stopped."""

    def __init__(self, line: int | None, reason: str, limit: str) -> None:
        self.line = line
        self.reason = reason
        self.limit = limit

    @property
    def sentence(self) -> str:
        """What happened, for the learner."""
        where = f"on your line {self.line} " if self.line else ""
        end = "this loop does not end" if self.line else "your program does not end"
        if self.reason == "time":
            return f"Stopped {where}after {self.limit}: {end}, or it takes far too long."
        return f"Stopped {where}after {self.limit}: {end}, or it does far too much work."


class Limits:
    """Runs callables under a limit; one object a check or run."""

    def __init__(
        self,
        budget: Callable[[int, float], None],
        cost: Callable[[], int],
        reason: Callable[[], str],
        now: Callable[[], float],
    ) -> None:
        """What the worker offers; `now` counts the device's own seconds."""
        self._budget, self.cost, self._reason, self._now = budget, cost, reason, now
        self._armed = False
        self._words = ("", "")
        self._end, self._deadline = 0, 0.0
        self.stop: Stop | None = None
        self._first: str | None = None
        _signal_signal(_SIGINT, self._interrupt)

    @contextmanager
    def within(self, cost: int, seconds: float) -> Iterator[None]:
        """Limits the body; raises `Stopped` in it, whatever it catches. Afterwards see `stop`."""
        self.stop = self._first = None
        self._words = (f"{grouped(cost)} steps", f"{seconds:g} seconds")
        _signal_signal(_SIGINT, self._interrupt)
        self._end = int(self.cost()) + cost if cost else 0
        self._deadline = self._now() + seconds
        self._budget(self._end, seconds)
        self._armed = True
        try:
            yield
        finally:
            self._armed = False
            self._budget(0, 0)
            if self.stop is not None:
                self._release()

    def part(self, work: Callable[[], object], cost: int) -> Stop | None:
        """Inside `within`: runs `work` in so many steps and returns what stopped it, or None.

        The limits around it go on to hold; reaching one of them stops everything, as ever.
        """
        end = int(self.cost()) + cost
        if not self._armed or self.stop is not None or (self._end and end >= self._end):
            work()
            return None
        words, self._words = self._words, (f"{grouped(cost)} steps", self._words[1])
        error: BaseException | None = None
        self._budget(end, self._left())
        try:
            work()
        except BaseException as caught:
            error = caught
        self._words = words
        self._first = None
        stop = self.stop
        if stop is not None and stop.reason == "cost":
            self._release()
            self.stop = error = None
        if self.stop is None:
            self._budget(self._end, self._left())
        if error is not None:
            raise error
        return stop

    def _left(self) -> float:
        return max(0.001, self._deadline - self._now())

    def _release(self) -> None:
        """Lets code run again after a stop."""
        _set_events(_TOOL, 0)
        _register(_TOOL, _INSTRUCTION, None)
        _free(_TOOL)

    def _interrupt(self, _number: int, frame: FrameType | None) -> None:
        self._budget(0, 0)
        if not self._armed:
            return
        self._budget(int(self.cost()) + (_AGAIN if self.stop else 200_000), 0)
        # The next interrupt comes for steps, whatever this one came for.
        reason = self._first = self._first or self._reason()
        if frame is not None and frames.is_harness(frame):
            return
        if self.stop is None:
            line = frames.learner_line(frame)
            self.stop = Stop(line, reason, self._words[reason == "time"])
            self._hammer()
        raise Stopped(self.stop.sentence)

    def halt(self, frame: FrameType | None, limit: str) -> None:
        """Ends the program that runs within a limit; raises `Stopped`, now and from now on."""
        if self.stop is None:
            self.stop = Stop(frames.learner_line(frame), "steps", limit)
            self._hammer()
        raise Stopped(self.stop.sentence)

    def _hammer(self) -> None:
        """From here on no instruction of the program runs: each raises, in handlers too."""
        if _owner(_TOOL) is not None:
            _free(_TOOL)
        _use(_TOOL, "dry run")
        _register(_TOOL, _INSTRUCTION, self._strike)
        _restart()
        _set_events(_TOOL, _INSTRUCTION)

    def _strike(self, code: CodeType, _offset: int) -> object:
        if frames.is_library(code):
            return _DISABLE
        raise Stopped(self.stop.sentence if self.stop else "")
