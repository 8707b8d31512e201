"""Which of the learner's lines the work is spent on."""

from .pristine import __builtins__

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


class Place:
    """The line that takes most, and how much of the whole it takes."""

    def __init__(self, line: int, share: float) -> None:
        self.line, self.share = line, share

    @property
    def sentence(self) -> str:
        """For the end of a message."""
        return f"Most of it ({self.share:.0%}) is spent on {quoted(self.line)}."


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
    costs = _by_line(run)
    total = sum(costs.values())
    if not total:
        return None
    line = min(costs, key=lambda each: (-costs[each], each))
    share = costs[line] / total
    return Place(line, share) if share >= 0.25 else None


def _by_line(run: Callable[[], Any]) -> dict[int, int]:
    """Steps by line of the learner's program, as seen between the starts of two lines."""
    from _dryrun import cost as read

    costs: dict[int, int] = {}
    line_now, since = 0, 0

    def on_line(code: CodeType, line: int) -> object:
        nonlocal line_now, since
        if code.co_filename != SOLUTION:
            return monitoring.DISABLE
        at = int(read())
        if line_now:
            costs[line_now] = costs.get(line_now, 0) + at - since
        line_now = line
        since = int(read())
        return None

    tool = next((each for each in (5, 4, 3) if monitoring.get_tool(each) is None), None)
    if tool is None:
        return costs
    monitoring.use_tool_id(tool, "judge")
    try:
        monitoring.register_callback(tool, monitoring.events.LINE, on_line)
        monitoring.restart_events()
        monitoring.set_events(tool, monitoring.events.LINE)
        run()
        if line_now:
            costs[line_now] = costs.get(line_now, 0) + int(read()) - since
    except Exception:
        return {}
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
    return costs
