from collections import deque
from collections.abc import Iterable, Iterator


class Branch[T](Iterator[T]):
    """One consumer's view of the source."""

    def __init__(self, feed: "Feed[T]") -> None:
        self._feed = feed
        self.unread: deque[T] = deque()

    def __next__(self) -> T:
        if not self.unread:
            self._feed.advance(self)
        return self.unread.popleft()

    def close(self) -> None:
        """Give up the unread items and hold up the other branches no longer."""
        self.unread.clear()
        self._feed.leave(self)


class Feed[T]:
    """The source, the open branches, and how the source ended."""

    def __init__(self, source: Iterable[T], consumers: int, limit: int) -> None:
        self._source = iter(source)
        self._limit = limit
        self._end: Exception | None = None
        self.branches = tuple(Branch(self) for _ in range(consumers))
        self._open = set(self.branches)

    def advance(self, branch: Branch[T]) -> None:
        """Read one item for all open branches, because `branch` has had all so far."""
        if branch not in self._open:
            raise StopIteration
        if self._end is not None:
            raise self._end
        if any(len(each.unread) == self._limit for each in self._open):
            raise BufferError(f"{self._limit} items ahead of the slowest consumer")
        try:
            item = next(self._source)
        except Exception as end:  # StopIteration, too
            self._end = end
            raise
        for each in self._open:
            each.unread.append(item)

    def leave(self, branch: Branch[T]) -> None:
        """Close `branch`, and the source with the last one."""
        if branch in self._open:
            self._open.remove(branch)
            if not self._open and hasattr(self._source, "close"):
                self._source.close()


def split[T](source: Iterable[T], consumers: int, limit: int) -> tuple[Branch[T], ...]:
    """Give every item of `source` to each of `consumers` branches, buffering at most `limit`."""
    return Feed(source, consumers, limit).branches
