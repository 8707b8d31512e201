# caught by: Cost.test_links_in_random_order
# A graph asks for a search, and one from every device after each link is right and rehearsed.
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator


def track_clusters(links: Iterable[tuple[Hashable, Hashable]]) -> Iterator[tuple[int, int]]:
    neighbours: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for one, other in links:
        neighbours[one].add(other)
        neighbours[other].add(one)
        seen: set[Hashable] = set()
        sizes = []
        for start in neighbours:
            if start in seen:
                continue
            seen.add(start)
            stack = [start]
            members = 0
            while stack:
                members += 1
                for device in neighbours[stack.pop()]:
                    if device not in seen:
                        seen.add(device)
                        stack.append(device)
            sizes.append(members)
        yield len(sizes), max(sizes)
