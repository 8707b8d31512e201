from collections.abc import Callable, Iterable, Iterator


def batches[T](records: Iterable[T], size: int, urgent: Callable[[T], bool]) -> Iterator[list[T]]:
    """Yield lists of up to `size` records; an urgent record completes its list at once."""
    raise NotImplementedError
