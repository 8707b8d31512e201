# caught by: Cost.test_a_lookup_does_not_walk_through_the_ranges
# The ranges are sorted, the loop is short and stops early: it feels fast until there are thousands.
from bisect import bisect_left, bisect_right


class IntervalMap[V]:
    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: list[V] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        low = bisect_left(self.ends, start)
        high = bisect_right(self.starts, end)
        old = list(zip(self.starts[low:high], self.ends[low:high], self.values[low:high]))
        new: list[tuple[int, int, V]] = []
        if value is not None:
            new.append((start, end, value))
        for first, last, kept in old:
            if value is not None and kept == value:
                joined_first, joined_last, _ = new[0]
                new[0] = (min(first, joined_first), max(last, joined_last), value)
                continue
            if first < start:
                new.append((first, min(last, start), kept))
            if last > end:
                new.append((max(first, end), last, kept))
        new.sort(key=lambda piece: piece[0])
        self.starts[low:high] = [piece[0] for piece in new]
        self.ends[low:high] = [piece[1] for piece in new]
        self.values[low:high] = [piece[2] for piece in new]

    def get(self, at: int) -> V | None:
        for index, start in enumerate(self.starts):
            if start > at:
                break
            if at < self.ends[index]:
                return self.values[index]
        return None

    def ranges(self) -> list[tuple[int, int, V]]:
        return list(zip(self.starts, self.ends, self.values))
