"""Measuring at doubling sizes, no further than the test's allowance goes."""

from .pristine import __builtins__

from collections.abc import Callable, Sequence
from math import log2
from typing import Any

from . import meter
from .fit import Fit, Point, slope

_FIRST = 256
_LAST = 4096
_FURTHER = 65_536
_PROBES = (4, 6, 8, 12, 16, 24, 32, 64, 128)
_ENOUGH = 4


class _Course:
    """The sizes that the coming climbs are held to; empty when each finds its own."""

    sizes: list[list[int]] = []


_course = _Course()


def follow(sizes: Sequence[Sequence[int]]) -> None:
    """Have the coming climbs take exactly these sizes, in turn: two programs, one course."""
    _course.sizes = [sorted(set(each)) for each in sizes]


def climb(
    build: Callable[[int], Any],
    measure: Callable[[Any], float],
    allowed: str,
    sizes: Sequence[int] | None = None,
) -> list[Point]:
    """Measurements at ascending sizes, at least two.

    Small sizes run first. They warm the program up (CPython specialises code that runs often),
    show whether the usual sizes fit into the allowance, and stand in for them when they do not.
    With explicit `sizes` the smallest is run once more at first, for the same reason.
    """
    if _course.sizes:
        return _along(build, measure, _course.sizes.pop(0))
    if sizes is not None:
        return _explicit(build, measure, sorted(set(sizes)))
    points: list[Point] = []
    spent = 0
    for n in _PROBES:
        if _fits(points, n, spent):
            try:
                spent = _step(build, measure, n, points)
            except Exception:
                # A tiny input may make no sense to this exercise; the usual sizes will tell.
                points.clear()
    small, points = points, []
    n = _FIRST
    while n <= _FURTHER and _fits(points or small, n, spent):
        spent = _step(build, measure, n, points)
        if n >= _LAST and Fit(points).is_clear(allowed):
            break
        n *= 2
    return points if len(points) >= _ENOUGH else [*small, *points] or points


def _explicit(
    build: Callable[[int], Any], measure: Callable[[Any], float], sizes: list[int]
) -> list[Point]:
    if len(sizes) < 2:
        raise ValueError("growth needs at least two different sizes")
    points: list[Point] = []
    _step(build, measure, sizes[0], [])
    spent = _step(build, measure, sizes[0], points)
    for n in sizes[1:]:
        if len(points) >= 2 and not _fits(points, n, spent):
            break
        spent = _step(build, measure, n, points)
    return points


def _along(
    build: Callable[[int], Any], measure: Callable[[Any], float], sizes: list[int]
) -> list[Point]:
    """Every size of the course, the smallest twice: it warms the program up."""
    points: list[Point] = []
    _step(build, measure, sizes[0], [])
    for n in sizes:
        _step(build, measure, n, points)
    return points


def _step(
    build: Callable[[int], Any], measure: Callable[[Any], float], n: int, points: list[Point]
) -> int:
    """Measure one size; the answer is what building and measuring took in all."""
    before = meter.cost()
    points.append((n, measure(build(n))))
    return meter.cost() - before


def _fits(points: Sequence[Point], n: int, spent: int) -> bool:
    """Whether measuring at `n` would leave half of what is left, judging by the last sizes.

    The last power of n is extrapolated, and its own increase too: beyond any power of n (2^n, n!)
    it keeps increasing, and the next size could take for ever.
    """
    if not points:
        return True
    power = slope(points[-2:])
    increase = max(0.0, power - slope(points[-3:-1])) if len(points) > 2 else 0.0
    last_n, last = points[-1]
    doublings = log2(n / last_n)
    expected = log2(max(last, spent)) + doublings * max(1.0, power + increase)
    return expected < log2(max(2, meter.remaining())) - 1.0
