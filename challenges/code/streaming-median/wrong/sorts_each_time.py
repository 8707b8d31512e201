# caught by: Cost.test_readings_in_random_order
# Sorting what has been seen is obviously right, and five readings sort in no time.
from collections.abc import Iterable, Iterator


def running_median(readings: Iterable[float]) -> Iterator[float]:
    seen: list[float] = []
    for reading in readings:
        seen.append(reading)
        seen.sort()
        middle = len(seen) // 2
        if len(seen) % 2:
            yield seen[middle]
        else:
            yield (seen[middle - 1] + seen[middle]) / 2
