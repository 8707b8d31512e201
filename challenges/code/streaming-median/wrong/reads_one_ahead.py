# caught by: Lazy.test_reads_one_reading_for_one_median
# Peeking for the next reading ends the loop neatly, and holds each median back for one more.
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush, heappushpop


def running_median(readings: Iterable[float]) -> Iterator[float]:
    stream = iter(readings)
    lower: list[float] = []
    upper: list[float] = []
    done = object()
    reading = next(stream, done)
    while reading is not done:
        heappush(upper, -heappushpop(lower, -reading))
        if len(upper) > len(lower):
            heappush(lower, -heappop(upper))
        following = next(stream, done)
        yield -lower[0] if len(lower) > len(upper) else (upper[0] - lower[0]) / 2
        reading = following
