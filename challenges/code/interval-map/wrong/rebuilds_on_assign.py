# caught by: Cost.test_an_assignment_does_not_rebuild_the_map
# Building a new list of pieces for every assignment is the easiest way to get all overlaps right.
from bisect import bisect_right


class IntervalMap[V]:
    def __init__(self) -> None:
        self.pieces: list[tuple[int, int, V]] = []
        self.starts: list[int] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        pieces = [] if value is None else [(start, end, value)]
        for first, last, kept in self.pieces:
            if first < start:
                pieces.append((first, min(last, start), kept))
            if last > end:
                pieces.append((max(first, end), last, kept))
        pieces.sort(key=lambda piece: piece[0])
        joined: list[tuple[int, int, V]] = []
        for first, last, kept in pieces:
            if joined and joined[-1][1] == first and joined[-1][2] == kept:
                joined[-1] = (joined[-1][0], last, kept)
            else:
                joined.append((first, last, kept))
        self.pieces = joined
        self.starts = [first for first, _, _ in joined]

    def get(self, at: int) -> V | None:
        index = bisect_right(self.starts, at) - 1
        if index >= 0 and at < self.pieces[index][1]:
            return self.pieces[index][2]
        return None

    def ranges(self) -> list[tuple[int, int, V]]:
        return list(self.pieces)
