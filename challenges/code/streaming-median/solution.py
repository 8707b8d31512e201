from collections.abc import Iterable, Iterator
from heapq import heappop, heappush, heappush_max, heappushpop_max


def running_median(readings: Iterable[float]) -> Iterator[float]:
    """Yield the median of all readings so far, after each reading."""
    lower: list[float] = []  # max-heap: the smaller half, with the middle one if there is one
    upper: list[float] = []  # min-heap: the larger half
    for reading in readings:
        heappush(upper, heappushpop_max(lower, reading))
        if len(upper) > len(lower):
            heappush_max(lower, heappop(upper))
            yield lower[0]
        else:
            yield (lower[0] + upper[0]) / 2
