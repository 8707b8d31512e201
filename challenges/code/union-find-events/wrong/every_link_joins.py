# caught by: Rules.test_links_inside_a_cluster_change_nothing
# Skipping links seen before covers the example, but a ring closes without a repetition.
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    parent: dict[Hashable, Hashable] = {}
    size: dict[Hashable, int] = {}
    seen: set[frozenset[Hashable]] = set()
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
        link = frozenset((one, other))
        if one != other and link not in seen:
            seen.add(link)
            big, small = find(one), find(other)
            if size[big] < size[small]:
                big, small = small, big
            parent[small] = big
            size[big] += size[small]
            clusters -= 1
            largest = max(largest, size[big])
        yield clusters, largest
