# caught by: Rules.test_ties_are_in_alphabetical_order
# Sorting by the total alone is stable, and stable looks alphabetical when the examples are.
from collections import Counter


class Node:
    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.searches = 0
        self.best: list[str] = []


class Suggester:
    def __init__(self, size: int = 3) -> None:
        self.size = size
        self.times: Counter[str] = Counter()
        self.root = Node()

    def add(self, query: str, times: int = 1) -> None:
        self.times[query] += times
        nodes = [self.root]
        for character in query:
            nodes.append(nodes[-1].children.setdefault(character, Node()))
        for node in nodes:
            node.searches += times
            if query not in node.best:
                node.best.append(query)
            node.best.sort(key=lambda known: self.times[known], reverse=True)
            del node.best[self.size :]

    def find(self, prefix: str) -> Node | None:
        node: Node | None = self.root
        for character in prefix:
            node = node.children.get(character) if node else None
        return node

    def count(self, prefix: str) -> int:
        node = self.find(prefix)
        return node.searches if node else 0

    def suggest(self, prefix: str) -> list[str]:
        node = self.find(prefix)
        return list(node.best) if node else []
