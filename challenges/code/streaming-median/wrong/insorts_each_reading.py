# caught by: Cost.test_readings_in_falling_order
# Binary search finds the place in O(log n), so the list that moves aside for it is forgotten.
from bisect import insort
from collections.abc import Iterable, Iterator


def running_median(readings: Iterable[float]) -> Iterator[float]:
    ordered: list[float] = []
    for reading in readings:
        insort(ordered, reading)
        middle = len(ordered) // 2
        if len(ordered) % 2:
            yield ordered[middle]
        else:
            yield (ordered[middle - 1] + ordered[middle]) / 2
