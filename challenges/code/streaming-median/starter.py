from collections.abc import Iterable, Iterator


def running_median(readings: Iterable[float]) -> Iterator[float]:
    """Yield the median of all readings so far, after each reading."""
    raise NotImplementedError
