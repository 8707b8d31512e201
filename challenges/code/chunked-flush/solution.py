from collections.abc import Callable, Iterable, Iterator


def batches[T](records: Iterable[T], size: int, urgent: Callable[[T], bool]) -> Iterator[list[T]]:
    """Yield lists of up to `size` records; an urgent record completes its list at once."""
    batch: list[T] = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == size or urgent(record):
                complete, batch = batch, []
                yield complete
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
