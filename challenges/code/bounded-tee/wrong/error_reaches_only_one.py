# caught by: Ending.test_failure_reaches_everyone
# An error passes through to whoever asked; the others ask the broken source again.
from collections import deque


class Branch:
    def __init__(self, shared):
        self.shared = shared
        self.queue = deque()

    def __iter__(self):
        return self

    def __next__(self):
        if not self.queue:
            self.shared.fill(self)
        return self.queue.popleft()

    def close(self):
        self.queue.clear()
        self.shared.drop(self)


class Shared:
    def __init__(self, source, limit):
        self.source = iter(source)
        self.limit = limit
        self.exhausted = False
        self.open = set()

    def fill(self, asking):
        if asking not in self.open or self.exhausted:
            raise StopIteration
        if any(len(branch.queue) >= self.limit for branch in self.open):
            raise BufferError("too far ahead")
        try:
            item = next(self.source)
        except StopIteration:
            self.exhausted = True
            raise
        for branch in self.open:
            branch.queue.append(item)

    def drop(self, branch):
        self.open.discard(branch)
        if not self.open and hasattr(self.source, "close"):
            self.source.close()


def split(source, consumers, limit):
    shared = Shared(source, limit)
    branches = tuple(Branch(shared) for _ in range(consumers))
    shared.open.update(branches)
    return branches
