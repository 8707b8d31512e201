from collections.abc import Iterable, Iterator
from typing import Protocol


class Branch[T](Iterator[T], Protocol):
    """One consumer's view of the source."""

    def close(self) -> None: ...


def split[T](source: Iterable[T], consumers: int, limit: int) -> tuple[Branch[T], ...]:
    """Give every item of `source` to each of `consumers` branches, buffering at most `limit`."""
    raise NotImplementedError
