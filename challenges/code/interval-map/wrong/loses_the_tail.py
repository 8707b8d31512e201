# caught by: Examples.test_splits_the_range_it_overwrites
# Trimming the old range at the new start is remembered; that it resumes after the end is not.
from bisect import bisect_left, bisect_right


class IntervalMap[V]:
    def __init__(self) -> None:
        self.bounds: list[int] = []
        self.values: list[V | None] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        left = bisect_left(self.bounds, start)
        right = bisect_left(self.bounds, end)
        self.bounds[left:right] = [start]
        self.values[left:right] = [value]
        if left + 1 == len(self.bounds) or self.bounds[left + 1] != end:
            self.bounds.insert(left + 1, end)
            self.values.insert(left + 1, None)

    def get(self, at: int) -> V | None:
        index = bisect_right(self.bounds, at)
        return self.values[index - 1] if index else None

    def ranges(self) -> list[tuple[int, int, V]]:
        found: list[tuple[int, int, V]] = []
        for start, end, value in zip(self.bounds, self.bounds[1:], self.values):
            if value is None:
                continue
            if found and found[-1][1] == start and found[-1][2] == value:
                found[-1] = (found[-1][0], end, value)
            else:
                found.append((start, end, value))
        return found
