# caught by: Memory.test_asking_stores_nothing
# A defaultdict saves a line in add, and makes nodes for every typing mistake in count.
from collections import Counter, defaultdict


class Node:
    def __init__(self) -> None:
        self.children: defaultdict[str, Node] = defaultdict(Node)
        self.searches = 0
        self.best: list[str] = []


class Suggester:
    def __init__(self, size: int = 3) -> None:
        self.size = size
        self.times: Counter[str] = Counter()
        self.root = Node()

    def path(self, text: str) -> list[Node]:
        nodes = [self.root]
        for character in text:
            nodes.append(nodes[-1].children[character])
        return nodes

    def add(self, query: str, times: int = 1) -> None:
        self.times[query] += times
        for node in self.path(query):
            node.searches += times
            known = sorted({*node.best, query}, key=lambda text: (-self.times[text], text))
            node.best = known[: self.size]

    def count(self, prefix: str) -> int:
        return self.path(prefix)[-1].searches

    def suggest(self, prefix: str) -> list[str]:
        return list(self.path(prefix)[-1].best)
