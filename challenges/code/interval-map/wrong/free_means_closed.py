# caught by: Rules.test_zero_is_a_price
# "if value" reads like "if there is a price", and a free hour is rare in test data.
from bisect import bisect_left, bisect_right
from itertools import pairwise


class IntervalMap[V]:
    def __init__(self) -> None:
        self.bounds: list[int] = []
        self.values: list[V | None] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        left = bisect_left(self.bounds, start)
        right = bisect_right(self.bounds, end)
        before = self.values[left - 1] if left else None
        after = self.values[right - 1] if right else None
        changes = []
        if before != value:
            changes.append((start, value))
        if after != value:
            changes.append((end, after))
        self.bounds[left:right] = [bound for bound, _ in changes]
        self.values[left:right] = [new for _, new in changes]

    def get(self, at: int) -> V | None:
        index = bisect_right(self.bounds, at)
        return self.values[index - 1] if index else None

    def ranges(self) -> list[tuple[int, int, V]]:
        spans = zip(pairwise(self.bounds), self.values)
        return [(start, end, value) for (start, end), value in spans if value]
