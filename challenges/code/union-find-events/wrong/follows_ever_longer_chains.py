# caught by: Cost.test_links_to_the_oldest_device
# A loop instead of recursion survives the long chain, and then walks all of it again for each link.
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    parent: dict[Hashable, Hashable] = {}
    size: dict[Hashable, int] = {}
    clusters = 0
    largest = 1

    def find(device: Hashable) -> Hashable:
        while parent[device] != device:
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
            parent[first] = second
            size[second] += size[first]
            clusters -= 1
            largest = max(largest, size[second])
        yield clusters, largest
