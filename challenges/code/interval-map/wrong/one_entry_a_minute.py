# caught by: Memory.test_a_wide_range_weighs_as_much_as_a_narrow_one
# With one dictionary entry a minute every rule is trivial, as long as the example is a day long.


class IntervalMap[V]:
    def __init__(self) -> None:
        self.minutes: dict[int, V] = {}

    def assign(self, start: int, end: int, value: V | None) -> None:
        if start >= end:
            raise ValueError("start must be less than end")
        for minute in range(start, end):
            if value is None:
                self.minutes.pop(minute, None)
            else:
                self.minutes[minute] = value

    def get(self, at: int) -> V | None:
        return self.minutes.get(at)

    def ranges(self) -> list[tuple[int, int, V]]:
        found: list[tuple[int, int, V]] = []
        for minute in sorted(self.minutes):
            value = self.minutes[minute]
            if found and found[-1][1] == minute and found[-1][2] == value:
                found[-1] = (found[-1][0], minute + 1, value)
            else:
                found.append((minute, minute + 1, value))
        return found
