# caught by: Lazy.test_reads_one_reading_for_one_median
# Peeking for the next reading ends the loop neatly, and holds each median back for one more.
from bisect import insort
from collections.abc import Iterable, Iterator


def running_median(readings: Iterable[float]) -> Iterator[float]:
    stream = iter(readings)
    ordered: list[float] = []
    done = object()
    reading = next(stream, done)
    while reading is not done:
        insort(ordered, reading)
        following = next(stream, done)
        middle = len(ordered) // 2
        if len(ordered) % 2:
            yield ordered[middle]
        else:
            yield (ordered[middle - 1] + ordered[middle]) / 2
        reading = following
