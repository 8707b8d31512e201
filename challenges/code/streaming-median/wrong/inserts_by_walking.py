# caught by: Cost.test_readings_in_falling_order
# Walking from the end feels short, as readings are similar, until each belongs at the front.
from collections.abc import Iterable, Iterator


def running_median(readings: Iterable[float]) -> Iterator[float]:
    ordered: list[float] = []
    for reading in readings:
        place = len(ordered)
        while place and ordered[place - 1] > reading:
            place -= 1
        ordered.insert(place, reading)
        middle = len(ordered) // 2
        if len(ordered) % 2:
            yield ordered[middle]
        else:
            yield (ordered[middle - 1] + ordered[middle]) / 2
