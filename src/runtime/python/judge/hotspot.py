"""Which of the learner's lines the work, or the memory, goes to."""

from .pristine import __builtins__

import tracemalloc
from collections.abc import Callable, Sequence
from sys import monitoring
from types import CodeType
from typing import Any

from . import meter
from .fit import Point
from .frames import SOLUTION
from .program import quoted

_MODERATE = 3_000_000
"""Steps of a run that is looked at line by line (looking multiplies them)."""
_LEAST = 0.25
"""Share of the whole below which a line is not worth naming."""
_TOOLS = (5, 4, 3)


class Place:
    """The line that takes most, and how much of the whole it takes."""

    def __init__(self, line: int, share: float) -> None:
        self.line, self.share = line, share

    @property
    def work(self) -> str:
        """A sentence for the end of a message about work."""
        return f" Most of it ({self.share:.0%}) is spent on {quoted(self.line)}."

    @property
    def memory(self) -> str:
        """A sentence for the end of a message about memory."""
        return f" Most of it ({self.share:.0%}) was taken on {quoted(self.line)}."


def hottest(
    build: Callable[[int], Any], run: Callable[[Any], Any], points: Sequence[Point]
) -> Place | None:
    """The line on which `run` spends most at the largest size that is not too slow, or None."""
    sizes = [n for n, cost in points if cost <= _MODERATE]
    if not sizes or meter.remaining() < 20 * _MODERATE:
        return None
    data = build(sizes[-1])
    return hottest_of(lambda: run(data))


def hottest_of(run: Callable[[], Any]) -> Place | None:
    """The line on which ``run()`` spends most, or None if no line takes a quarter of it."""
    costs: dict[int, int] = {}

    def spent(line: int, since: int, now: int) -> None:
        costs[line] = costs.get(line, 0) + now - since

    repeated = _line_by_line(run, meter.reader(), spent)
    return _largest(costs) if repeated else None


def fattest_of(run: Callable[[], Any]) -> Place | None:
    """The line that took most of what ``run()`` held at its peak; None if none took a quarter."""
    held: dict[int, int] = {}
    at_peak: dict[int, int] = {}
    peak = 0

    def taken(line: int, since: int, now: int) -> None:
        nonlocal at_peak, peak
        held[line] = held.get(line, 0) + now - since
        if now > peak:
            peak = now
            at_peak = {line: size for line, size in held.items() if size > 0}

    tracing = tracemalloc.is_tracing()
    if not tracing:
        tracemalloc.start()
    try:
        read = tracemalloc.get_traced_memory
        repeated = _line_by_line(run, lambda: read()[0], taken)
        return _largest(at_peak) if repeated else None
    finally:
        if not tracing:
            tracemalloc.stop()


def _largest(shares: dict[int, int]) -> Place | None:
    total = sum(shares.values())
    if total <= 0:
        return None
    line = min(shares, key=lambda each: (-shares[each], each))
    share = shares[line] / total
    return Place(line, share) if share >= _LEAST else None


def _line_by_line(
    run: Callable[[], Any], read: Callable[[], int], passed: Callable[[int, int, int], None]
) -> bool:
    """Run once more, telling `passed` each line of the program with the readings around it.

    A line lasts until the next one of the program begins. The answer is whether that worked: the
    run may not be repeatable, and a tracer of the program's own may be in the way.
    """
    line_now, since = 0, 0

    def on_line(code: CodeType, line: int) -> object:
        nonlocal line_now, since
        if code.co_filename != SOLUTION:
            return monitoring.DISABLE
        now = read()
        if line_now:
            passed(line_now, since, now)
        line_now = line
        since = read()
        return None

    tool = next((each for each in _TOOLS if monitoring.get_tool(each) is None), None)
    if tool is None:
        return False
    monitoring.use_tool_id(tool, "judge")
    try:
        monitoring.register_callback(tool, monitoring.events.LINE, on_line)
        monitoring.restart_events()
        monitoring.set_events(tool, monitoring.events.LINE)
        run()
        if line_now:
            passed(line_now, since, read())
    except Exception:
        return False
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
    return True
