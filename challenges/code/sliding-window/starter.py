from collections.abc import Iterable, Iterator


def rolling(readings: Iterable[int], size: int) -> Iterator[tuple[float, int]]:
    """Yield (mean, maximum) of the last `size` readings, once for each full window."""
    raise NotImplementedError
