from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield (number of clusters, size of the largest) after each link."""
    parent: dict[Hashable, Hashable] = {}
    size: dict[Hashable, int] = {}  # right for the root of each cluster
    clusters = 0
    largest = 1

    def root(device: Hashable) -> Hashable:
        while parent[device] != device:
            parent[device] = parent[parent[device]]  # halves the path for the next one
            device = parent[device]
        return device

    for link in links:
        for device in link:
            if device not in parent:
                parent[device] = device
                size[device] = 1
                clusters += 1
        big, small = map(root, link)
        if big != small:
            if size[big] < size[small]:
                big, small = small, big
            parent[small] = big
            size[big] += size[small]
            clusters -= 1
            largest = max(largest, size[big])
        yield clusters, largest
