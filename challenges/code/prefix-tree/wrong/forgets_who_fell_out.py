# caught by: Examples.test_a_query_can_come_back
# Totals inside each short list are tidy, until a query drops out and starts again from zero.


class Node:
    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.searches = 0
        self.best: dict[str, int] = {}


class Suggester:
    def __init__(self, size: int = 3) -> None:
        self.size = size
        self.root = Node()

    def add(self, query: str, times: int = 1) -> None:
        nodes = [self.root]
        for character in query:
            nodes.append(nodes[-1].children.setdefault(character, Node()))
        for node in nodes:
            node.searches += times
            node.best[query] = node.best.get(query, 0) + times
            ranked = sorted(node.best.items(), key=lambda item: (-item[1], item[0]))
            node.best = dict(ranked[: self.size])

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
