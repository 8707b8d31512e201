# caught by: Cost.test_suggesting_does_not_visit_what_is_below
# The textbook trie finds the node fast, then walks all that is below: at "" that is everything.


class Node:
    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.searches = 0
        self.times = 0


class Suggester:
    def __init__(self, size: int = 3) -> None:
        self.size = size
        self.root = Node()

    def add(self, query: str, times: int = 1) -> None:
        node = self.root
        node.searches += times
        for character in query:
            node = node.children.setdefault(character, Node())
            node.searches += times
        node.times += times

    def find(self, prefix: str) -> Node | None:
        node = self.root
        for character in prefix:
            if character not in node.children:
                return None
            node = node.children[character]
        return node

    def count(self, prefix: str) -> int:
        node = self.find(prefix)
        return node.searches if node else 0

    def suggest(self, prefix: str) -> list[str]:
        start = self.find(prefix)
        if start is None:
            return []
        found = []
        stack = [(prefix, start)]
        while stack:
            text, node = stack.pop()
            if node.times:
                found.append((-node.times, text))
            stack.extend((text + character, child) for character, child in node.children.items())
        return [query for _, query in sorted(found)[: self.size]]
