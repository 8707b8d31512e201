"""How much a program holds at its worst moment."""

from .pristine import __builtins__

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from re import fullmatch
from typing import Any

from . import evidence
from .bookkeeping import noted_bytes
from .failure import Excess
from .fit import CLASSES, Fit, Point, like, too_fast
from .hotspot import fattest_of
from .ladder import climb
from .wording import count, significant, size

_FLOOR = 4096
"""Bytes below which growth is not told from noise."""
_UNITS = {"": 1, "B": 1, "KIB": 1 << 10, "MIB": 1 << 20}


class _Whole:
    """The measurement of a whole test, inside which the test may measure on its own."""

    start: int | None = None
    highest = 0


_whole = _Whole()


def assert_peak(run: Callable[[], Any], at_most: str | int = "64 KiB") -> None:
    """Fail if ``run()`` holds more than `at_most` above what was held before it.

    `at_most` is a number of bytes or a text such as ``"64 KiB"`` or ``"2 MiB"``. What `run` returns
    counts too. `run` is called once, and when it fails once more to find the line.
    """
    allowed = parse_size(at_most)
    peak = measure_peak(run)
    told = f"At its peak it held {size(peak)}; {size(allowed)} are allowed."
    evidence.record(
        {
            "kind": "memory",
            "text": told,
            "peakBytes": int(significant(peak)),
            "allowedBytes": allowed,
        }
    )
    if peak <= allowed:
        return
    place = fattest_of(run)
    raise Excess(
        f"Your program holds too much at once. {told}{place.memory if place else ''}",
        line=place.line if place else None,
        expected=f"at most {size(allowed)} held at once",
        actual=f"{size(peak)} held at once",
    )


def assert_peak_growth(
    build: Callable[[int], Any],
    run: Callable[[Any], Any],
    at_most: str = "1",
    sizes: Sequence[int] | None = None,
) -> None:
    """Fail if the peak of ``run(build(n))`` grows by a higher power of n than `at_most`.

    As `assert_growth`, with bytes in place of steps; what `build` makes does not count. Growth of
    less than 4 KiB in all is not seen.
    """
    if at_most not in CLASSES:
        raise ValueError(f"unknown growth {at_most!r}; one of {', '.join(CLASSES)}")
    points = climb(
        build, lambda data: _FLOOR + measure_peak(lambda: run(data)), at_most, sizes
    )
    fit = Fit(points)
    told = _told(points)
    evidence.record(
        {
            "kind": "growth",
            "text": f"The memory held grows {like(fit.name)}; {at_most} is allowed. {told}",
            "points": [{"n": n, "cost": int(significant(held - _FLOOR))} for n, held in points],
            "reference": None,
            "fitted": fit.name,
            "allowed": at_most,
        }
    )
    if fit.exceeds(at_most):
        data = build(points[-1][0])
        place = fattest_of(lambda: run(data))
        raise Excess(
            f"The memory your program holds grows {too_fast(fit.name, at_most)}. {told}"
            f"{place.memory if place else ''}",
            line=place.line if place else None,
            expected=f"memory that grows like {at_most} or slower",
            actual=f"memory that grows {like(fit.name)}",
        )


def measure_peak(run: Callable[[], Any]) -> int:
    """The most bytes that Python held while ``run()`` ran, above what it held before.

    The judge's own notes (of a `Source`, a `Service`) are left out.
    """
    gc.collect()
    tracing = tracemalloc.is_tracing()
    if not tracing:
        tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0] - noted_bytes()
        _begin_anew()
        run()
        peak = tracemalloc.get_traced_memory()[1] - noted_bytes()
    finally:
        if not tracing:
            tracemalloc.stop()
    return max(0, peak - before)


def whole_peak(run: Callable[[], Any]) -> int | None:
    """As `measure_peak`, for a ``run()`` that may measure peaks itself; None if it stops tracing."""
    gc.collect()
    tracemalloc.start()
    try:
        _whole.start, _whole.highest = tracemalloc.get_traced_memory()[0] - noted_bytes(), 0
        tracemalloc.reset_peak()
        run()
        _note_highest()
        return _whole.highest if tracemalloc.is_tracing() else None
    finally:
        _whole.start = None
        tracemalloc.stop()


def _begin_anew() -> None:
    """Resets `tracemalloc`'s peak, which is not lost to the measurement around this one."""
    if _whole.start is not None:
        _note_highest()
    tracemalloc.reset_peak()


def _note_highest() -> None:
    peak = tracemalloc.get_traced_memory()[1] - noted_bytes() - (_whole.start or 0)
    _whole.highest = max(_whole.highest, peak)


def parse_size(text: str | int) -> int:
    """Bytes from a number or from ``"640 B"``, ``"64 KiB"``, ``"2 MiB"``. Raises ValueError."""
    if isinstance(text, int):
        return text
    match = fullmatch(r"\s*([0-9.]+)\s*([A-Za-z]*)\s*", text)
    if match is None or match[2].upper() not in _UNITS:
        raise ValueError(f"cannot read {text!r} as a size; write 64 KiB, 2 MiB or 500 B")
    return int(float(match[1]) * _UNITS[match[2].upper()])


def _told(points: Sequence[Point]) -> str:
    (n0, c0), (n1, c1) = points[-2], points[-1]
    return (
        f"With {count(n0, 'item')} it held {size(int(c0) - _FLOOR)} at its peak, "
        f"with {count(n1, 'item')} {size(int(c1) - _FLOOR)}."
    )
