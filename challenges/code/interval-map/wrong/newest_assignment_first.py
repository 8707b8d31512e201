# caught by: Memory.test_overwritten_ranges_are_forgotten
# "The last assignment wins" is literally a stack, but then nothing overwritten ever goes away.


class IntervalMap[V]:
    def __init__(self) -> None:
        self.assignments: list[tuple[int, int, V | None]] = []

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        self.assignments.append((start, end, value))

    def get(self, at: int) -> V | None:
        for start, end, value in reversed(self.assignments):
            if start <= at < end:
                return value
        return None

    def ranges(self) -> list[tuple[int, int, V]]:
        bounds = sorted({bound for start, end, _ in self.assignments for bound in (start, end)})
        found: list[tuple[int, int, V]] = []
        for start, end in zip(bounds, bounds[1:]):
            value = self.get(start)
            if value is None:
                continue
            if found and found[-1][1] == start and found[-1][2] == value:
                found[-1] = (found[-1][0], end, value)
            else:
                found.append((start, end, value))
        return found
