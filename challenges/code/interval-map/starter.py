class IntervalMap[V]:
    """A map from half-open ranges of integers to values; the last assignment wins."""

    def __init__(self) -> None:
        raise NotImplementedError

    def assign(self, start: int, end: int, value: V | None) -> None:
        """Give every point from `start` up to, not including, `end` this value."""
        raise NotImplementedError

    def get(self, at: int) -> V | None:
        """Return the value at one point, or None."""
        raise NotImplementedError

    def ranges(self) -> list[tuple[int, int, V]]:
        """Return `(start, end, value)` in order, touching equal values joined."""
        raise NotImplementedError
