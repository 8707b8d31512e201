# caught by: Values.test_readings_in_order
# Comparing with the top picks the right half, but a steady climb then fills one half only.
from collections.abc import Iterable, Iterator
from heapq import heappush


def running_median(readings: Iterable[float]) -> Iterator[float]:
    lower: list[float] = []
    upper: list[float] = []
    for reading in readings:
        if not lower or reading <= -lower[0]:
            heappush(lower, -reading)
        else:
            heappush(upper, reading)
        if len(lower) > len(upper):
            yield -lower[0]
        elif len(upper) > len(lower):
            yield upper[0]
        else:
            yield (upper[0] - lower[0]) / 2
