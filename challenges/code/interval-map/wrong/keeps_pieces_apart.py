# caught by: Examples.test_joins_touching_ranges_of_equal_value
# Every lookup is right without joining, so the pile of tiny equal ranges is noticed months later.
from bisect import bisect_left, bisect_right
from itertools import pairwise


class IntervalMap[V]:
    def __init__(self) -> None:
        self.bounds: list[int] = []
        self.values: list[V | None] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        after = self.get(end)
        left = bisect_left(self.bounds, start)
        right = bisect_right(self.bounds, end)
        self.bounds[left:right] = [start, end]
        self.values[left:right] = [value, after]

    def get(self, at: int) -> V | None:
        index = bisect_right(self.bounds, at)
        return self.values[index - 1] if index else None

    def ranges(self) -> list[tuple[int, int, V]]:
        spans = zip(pairwise(self.bounds), self.values)
        return [(start, end, value) for (start, end), value in spans if value is not None]
