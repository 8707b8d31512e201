from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield (number of clusters, size of the largest) after each link."""
    raise NotImplementedError
