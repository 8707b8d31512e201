# caught by: Cost.test_a_cluster_that_grows_one_by_one
# Merging the second set into the first is right either way, so nobody asks which is larger.
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    cluster: dict[Hashable, set[Hashable]] = {}
    clusters = 0
    largest = 1
    for one, other in links:
        for device in (one, other):
            if device not in cluster:
                cluster[device] = {device}
                clusters += 1
        target, source = cluster[one], cluster[other]
        if target is not source:
            target |= source
            for device in source:
                cluster[device] = target
            clusters -= 1
            largest = max(largest, len(target))
        yield clusters, largest
