# caught by: Memory.test_lets_items_go
# A shared list and a position a branch is simple and obeys the limit; nobody shortens the list.
class Branch:
    def __init__(self, shared):
        self.shared = shared
        self.position = 0

    def __iter__(self):
        return self

    def __next__(self):
        item = self.shared.get(self)
        self.position += 1
        return item

    def close(self):
        self.shared.drop(self)


class Shared:
    def __init__(self, source, limit):
        self.source = iter(source)
        self.limit = limit
        self.items = []
        self.end = None
        self.open = set()

    def get(self, branch):
        if branch not in self.open:
            raise StopIteration
        if branch.position == len(self.items):
            if self.end is not None:
                raise self.end
            if branch.position - min(each.position for each in self.open) >= self.limit:
                raise BufferError("too far ahead")
            try:
                self.items.append(next(self.source))
            except Exception as end:
                self.end = end
                raise
        return self.items[branch.position]

    def drop(self, branch):
        self.open.discard(branch)
        if not self.open and hasattr(self.source, "close"):
            self.source.close()


def split(source, consumers, limit):
    shared = Shared(source, limit)
    branches = tuple(Branch(shared) for _ in range(consumers))
    shared.open.update(branches)
    return branches
