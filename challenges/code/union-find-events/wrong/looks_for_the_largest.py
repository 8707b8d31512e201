# caught by: Cost.test_many_small_clusters
# The union-find is perfect, and max() over all clusters runs in C, so it looks like one step.
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    parent: dict[Hashable, Hashable] = {}
    size: dict[Hashable, int] = {}

    def find(device: Hashable) -> Hashable:
        if device not in parent:
            parent[device] = device
            size[device] = 1
        while parent[device] != device:
            parent[device] = parent[parent[device]]
            device = parent[device]
        return device

    for one, other in links:
        big, small = find(one), find(other)
        if big != small:
            if size[big] < size[small]:
                big, small = small, big
            parent[small] = big
            size[big] += size.pop(small)
        yield len(size), max(size.values())
