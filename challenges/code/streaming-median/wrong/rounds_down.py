# caught by: Values.test_halves_are_kept
# Midpoints are usually written with //, out of habit from binary search.
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush, heappushpop


def running_median(readings: Iterable[float]) -> Iterator[float]:
    lower: list[float] = []
    upper: list[float] = []
    for reading in readings:
        heappush(upper, -heappushpop(lower, -reading))
        if len(upper) > len(lower):
            heappush(lower, -heappop(upper))
        if len(lower) > len(upper):
            yield -lower[0]
        else:
            yield (upper[0] - lower[0]) // 2
