# caught by: Lazy.test_reads_one_reading_for_one_median
# The heaps are right, but returning a list of results needs the end of a stream that has none.
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush, heappushpop


def running_median(readings: Iterable[float]) -> Iterator[float]:
    lower: list[float] = []
    upper: list[float] = []
    medians: list[float] = []
    for reading in readings:
        heappush(upper, -heappushpop(lower, -reading))
        if len(upper) > len(lower):
            heappush(lower, -heappop(upper))
        if len(lower) > len(upper):
            medians.append(-lower[0])
        else:
            medians.append((upper[0] - lower[0]) / 2)
    return iter(medians)
