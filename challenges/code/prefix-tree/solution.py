from collections import Counter


class Node:
    """What is known about one prefix."""

    __slots__ = ("best", "children", "searches")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.searches = 0
        self.best: list[str] = []  # the suggestions for this prefix, best first


class Suggester:
    """Learns searches and suggests the most frequent completions of a prefix."""

    def __init__(self, size: int = 3) -> None:
        self._size = size
        self._times: Counter[str] = Counter()
        self._root = Node()

    def add(self, query: str, times: int = 1) -> None:
        """Record that `query` was searched `times` more times."""
        self._times[query] += times
        node = self._root
        self._record(node, query, times)
        for character in query:
            if character not in node.children:
                node.children[character] = Node()
            node = node.children[character]
            self._record(node, query, times)

    def count(self, prefix: str) -> int:
        """Return how many searches began with `prefix`."""
        node = self._find(prefix)
        return node.searches if node else 0

    def suggest(self, prefix: str) -> list[str]:
        """Return the most searched queries that begin with `prefix`, best first."""
        node = self._find(prefix)
        return node.best.copy() if node else []

    def _record(self, node: Node, query: str, times: int) -> None:
        # Counts only grow, so nobody but `query` itself can newly enter this list.
        node.searches += times
        if query not in node.best:
            node.best.append(query)
        node.best.sort(key=lambda known: (-self._times[known], known))
        del node.best[self._size :]

    def _find(self, prefix: str) -> Node | None:
        node = self._root
        for character in prefix:
            if character not in node.children:
                return None
            node = node.children[character]
        return node
