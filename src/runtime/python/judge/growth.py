"""How a program's work grows with its input."""

from .pristine import __builtins__

from collections.abc import Callable, Sequence
from typing import Any

from . import evidence, meter
from .failure import Excess
from .fit import CLASSES, Fit, Point, like, too_fast
from .hotspot import hottest
from .ladder import climb
from .wording import count, significant, steps


def assert_growth(
    build: Callable[[int], Any],
    run: Callable[[Any], Any],
    at_most: str = "n log n",
    sizes: Sequence[int] | None = None,
    reference: Callable[[Any], Any] | None = None,
) -> None:
    """Fail if the work of ``run(build(n))`` grows by a higher power of n than `at_most`.

    `at_most` is one of ``1``, ``log n``, ``n``, ``n log n``, ``n^2``, ``n^3``. Only `run` is
    measured; `build` makes a new input for each size. Sizes double from 256 (from 8, if 256 is
    too slow) to 4096 or as far as half of the test's allowance goes, and further while the
    answer is not clear. A factor of log n is forgiven (see `fit`), so put bounds where a whole
    power of n lies between right and wrong. `reference` draws the model's curve beside it.
    Raises ValueError for an unknown class.
    """
    if at_most not in CLASSES:
        raise ValueError(f"unknown growth {at_most!r}; one of {', '.join(CLASSES)}")
    points = climb(build, lambda data: meter.measure(lambda: run(data)), at_most, sizes)
    model: list[Point] = []
    if reference is not None:
        model = [
            (n, meter.measure(lambda data=build(n): reference(data)))  # type: ignore[misc]
            for n in _affordable([n for n, _ in points])
        ]
    fit = Fit(points)
    told = _told(points)
    evidence.record(
        {
            "kind": "growth",
            "text": f"The work grows {like(fit.name)}; {at_most} is allowed. {told}",
            "points": _rounded(points),
            "reference": _rounded(model) if model else None,
            "fitted": fit.name,
            "allowed": at_most,
        }
    )
    if not fit.exceeds(at_most):
        return
    place = hottest(build, run, points)
    where = place.work if place else ""
    raise Excess(
        f"The work grows {too_fast(fit.name, at_most)}. {told}{where}",
        line=place.line if place else None,
        expected=f"work that grows like {at_most} or slower",
        actual=f"work that grows {like(fit.name)}",
    )


def _told(points: Sequence[Point]) -> str:
    """Numbers at two sizes: the last doubling, in words."""
    (n0, c0), (n1, c1) = points[-2], points[-1]
    times = "twice the input" if n1 == 2 * n0 else f"{significant(n1 / n0):g} times the input"
    return (
        f"With {count(n0, 'item')} it took {steps(c0)}, with {count(n1, 'item')} {steps(c1)}: "
        f"{times}, {c1 / c0:.1f} times the work."
    )


def _rounded(points: Sequence[Point]) -> list[dict[str, int]]:
    return [{"n": n, "cost": int(significant(cost))} for n, cost in points]


def _affordable(sizes: list[int]) -> list[int]:
    return sizes if meter.remaining() > 0 else []
