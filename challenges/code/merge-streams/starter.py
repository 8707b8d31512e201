from collections.abc import Iterable, Iterator


def merge[T](*streams: Iterable[tuple[float, T]]) -> Iterator[tuple[float, T]]:
    """Yield the pairs of all `streams`, each sorted by timestamp, in order of timestamp."""
    raise NotImplementedError
