# caught by: Rules.test_two_large_clusters_meet
# The link names two devices, so their sizes are added, though only roots know a cluster's size.
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    parent: dict[Hashable, Hashable] = {}
    size: dict[Hashable, int] = {}
    clusters = 0
    largest = 1

    def find(device: Hashable) -> Hashable:
        while parent[device] != device:
            parent[device] = parent[parent[device]]
            device = parent[device]
        return device

    for one, other in links:
        for device in (one, other):
            if device not in parent:
                parent[device] = device
                size[device] = 1
                clusters += 1
        first, second = find(one), find(other)
        if first != second:
            parent[second] = first
            size[one] += size[other]
            clusters -= 1
            largest = max(largest, size[one])
        yield clusters, largest
