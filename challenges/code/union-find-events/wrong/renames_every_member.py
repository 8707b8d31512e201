# caught by: Cost.test_a_cluster_that_grows_one_by_one
# A label on each device makes "together?" one comparison, and merging reads every label.
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    label: dict[Hashable, Hashable] = {}
    size: Counter[Hashable] = Counter()
    largest = 1
    for one, other in links:
        for device in (one, other):
            if device not in label:
                label[device] = device
                size[device] = 1
        kept, dropped = label[one], label[other]
        if kept != dropped:
            for device, name in label.items():
                if name == dropped:
                    label[device] = kept
            size[kept] += size.pop(dropped)
            largest = max(largest, size[kept])
        yield len(size), largest
