# caught by: Rules.test_a_long_row_of_devices
# Recursive find with path compression is the version from the books, where chains are short.
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    parent: dict[Hashable, Hashable] = {}
    size: dict[Hashable, int] = {}
    clusters = 0
    largest = 1

    def find(device: Hashable) -> Hashable:
        if parent[device] != device:
            parent[device] = find(parent[device])
        return parent[device]

    for one, other in links:
        for device in (one, other):
            if device not in parent:
                parent[device] = device
                size[device] = 1
                clusters += 1
        first, second = find(one), find(other)
        if first != second:
            parent[first] = second
            size[second] += size[first]
            clusters -= 1
            largest = max(largest, size[second])
        yield clusters, largest
