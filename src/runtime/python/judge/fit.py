"""Which class of growth a row of measurements belongs to.

Measurements are explained as a sum ``Σ c·g(n)``, every ``c ≥ 0``, over the classes 1, log n, n,
n log n, n^2 and n^3, by least squares of the relative errors. A sum, because real programs are
sums: a quadratic scan in C hides behind a linear loop in Python until n is large. What decides is
how much of the largest measurement belongs to terms of a higher *degree* than is allowed.

The degree is the power of n. Factors of log n are forgiven on purpose: between 256 and 4096 items
n and n log n differ by less than hashing, resizing and long integers add to honest programs.
"""

from .pristine import __builtins__

from collections.abc import Sequence
from itertools import combinations
from math import log2

Point = tuple[int, float]
"""Size and what was measured there."""

CLASSES = {
    "1": (0, lambda n: 1.0),
    "log n": (0, lambda n: log2(n)),
    "n": (1, lambda n: float(n)),
    "n log n": (1, lambda n: n * log2(n)),
    "n^2": (2, lambda n: float(n) ** 2),
    "n^3": (3, lambda n: float(n) ** 3),
}
"""Name to degree and function, from slow to fast growth."""

_NAMES = list(CLASSES)
_CLEAR = 0.3
"""Share of the largest measurement from which a term counts."""
_STEEPEST = 3.6
_CLOSE = 0.06
"""Relative error up to which a single class explains the measurements."""


class Fit:
    """The explanation of some measurements (at least two, sizes above 1, ascending)."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = list(points)
        self._shares = _explain(self.points)

    def share_above(self, allowed: str) -> float:
        """How much of the largest measurement grows by a higher power of n than `allowed`."""
        degree = CLASSES[allowed][0]
        return sum([share for name, share in self._shares.items() if CLASSES[name][0] > degree])

    def exceeds(self, allowed: str) -> bool:
        """Whether the measurements grow by a higher power of n than `allowed`."""
        if slope(self.points[-2:]) > _STEEPEST:
            return True
        if self.share_above(allowed) < _CLEAR:
            return False
        return slope(self.points[-3:]) > _class_slope(allowed, self.points[-3:]) + 0.2

    def is_clear(self, allowed: str) -> bool:
        """Whether larger sizes would hardly change the answer."""
        share = self.share_above(allowed)
        return share < 0.1 or (share > 0.6 and self.exceeds(allowed))

    @property
    def name(self) -> str:
        """The simplest class that explains the measurements, or ``faster than n^3``."""
        if slope(self.points[-2:]) > _STEEPEST:
            return "faster than n^3"
        total, highest = 0.0, "1"
        for name in reversed(_NAMES):
            total += self._shares.get(name, 0.0)
            if total >= _CLEAR:
                highest = name
                break
        for name in _NAMES[: _NAMES.index(highest)]:
            if _single_error(name, self.points) <= _CLOSE:
                return name
        return highest


def slope(points: Sequence[Point]) -> float:
    """The power of n by which the measurements grow from the first of the points to the last."""
    (n0, c0), (n1, c1) = points[0], points[-1]
    return log2(c1 / c0) / log2(n1 / n0) if n1 > n0 else 0.0


def like(name: str) -> str:
    """``like n^2``; a name that is a comparison stays one."""
    return name if name.startswith("faster") else f"like {name}"


def too_fast(name: str, allowed: str) -> str:
    """``like n^2, faster than n``, or only ``faster than n^3`` where that says it all."""
    return name if name == f"faster than {allowed}" else f"{like(name)}, faster than {allowed}"


def _class_slope(name: str, points: Sequence[Point]) -> float:
    function = CLASSES[name][1]
    return slope([(n, function(n)) for n, _ in points])


def _explain(points: Sequence[Point]) -> dict[str, float]:
    """The best non-negative mix of up to three classes, as shares of the largest measurement."""
    best: tuple[float, dict[str, float]] = (float("inf"), {"1": 1.0})
    for terms in range(1, min(3, len(points)) + 1):
        for names in combinations(_NAMES, terms):
            solved = _solve(names, points)
            # One more term must earn its place, or noise would look like growth.
            if solved is not None and solved[0] < best[0] * 0.7 - 1e-9:
                best = solved
    total = sum(best[1].values()) or 1.0
    return {name: share / total for name, share in best[1].items()}


def _solve(
    names: Sequence[str], points: Sequence[Point]
) -> tuple[float, dict[str, float]] | None:
    """Mean square relative error and the terms at the largest size; None if one is negative."""
    top = points[-1][0]
    scale = [CLASSES[name][1](top) for name in names]
    rows = [
        [CLASSES[name][1](n) / each / cost for name, each in zip(names, scale)]
        for n, cost in points
    ]
    size = len(names)
    matrix = [
        [sum([row[i] * row[j] for row in rows]) for j in range(size)]
        + [sum([row[i] for row in rows])]
        for i in range(size)
    ]
    solution = _eliminate(matrix)
    if solution is None or min(solution) < 0:
        return None
    errors = [sum([c * x for c, x in zip(solution, row)]) - 1.0 for row in rows]
    return sum([error * error for error in errors]) / len(errors), dict(zip(names, solution))


def _eliminate(matrix: list[list[float]]) -> list[float] | None:
    """Solve the augmented system by Gaussian elimination; None when it is singular."""
    size = len(matrix)
    for i in range(size):
        pivot = max(range(i, size), key=lambda row: abs(matrix[row][i]))
        matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
        if abs(matrix[i][i]) < 1e-30:
            return None
        for j in range(i + 1, size):
            factor = matrix[j][i] / matrix[i][i]
            matrix[j] = [a - factor * b for a, b in zip(matrix[j], matrix[i])]
    result = [0.0] * size
    for i in reversed(range(size)):
        known = sum([matrix[i][j] * result[j] for j in range(i + 1, size)])
        result[i] = (matrix[i][size] - known) / matrix[i][i]
    return result


def _single_error(name: str, points: Sequence[Point]) -> float:
    """The largest relative error of ``a + b·g(n)``, a and b not negative."""
    found = [
        solved for names in ((name,), ("1", name)) if (solved := _solve(names, points)) is not None
    ]
    if not found:
        return float("inf")
    terms = min(found, key=lambda solved: solved[0])[1]
    top = points[-1][0]
    worst = 0.0
    for n, cost in points:
        value = sum([t * CLASSES[k][1](n) / CLASSES[k][1](top) for k, t in terms.items()])
        worst = max(worst, abs(value / cost - 1.0))
    return worst
