from bisect import bisect_left, bisect_right
from itertools import pairwise


class IntervalMap[V]:
    """A map from half-open ranges of integers to values; the last assignment wins."""

    def __init__(self) -> None:
        # The value changes to _values[i] at _bounds[i] and stays until the next bound.
        # Neighbouring values always differ; before the first bound there is None.
        self._bounds: list[int] = []
        self._values: list[V | None] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        """Give every point from `start` up to, not including, `end` this value."""
        if start >= end:
            raise ValueError("start must be less than end")
        left = bisect_left(self._bounds, start)
        right = bisect_right(self._bounds, end)
        before = self._values[left - 1] if left else None
        after = self._values[right - 1] if right else None
        changes = []
        if before != value:
            changes.append((start, value))
        if after != value:
            changes.append((end, after))
        self._bounds[left:right] = [bound for bound, _ in changes]
        self._values[left:right] = [new for _, new in changes]

    def get(self, at: int) -> V | None:
        """Return the value at one point, or None."""
        index = bisect_right(self._bounds, at)
        return self._values[index - 1] if index else None

    def ranges(self) -> list[tuple[int, int, V]]:
        """Return `(start, end, value)` in order, touching equal values joined."""
        spans = zip(pairwise(self._bounds), self._values)
        return [(start, end, value) for (start, end), value in spans if value is not None]
