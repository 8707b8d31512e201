# caught by: BackPressure.test_refusal_loses_nothing
# The item is fetched first and then there is no room for it: the refused request has eaten it.
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
        self.end = None
        self.open = []

    def fill(self, asking):
        if asking not in self.open:
            raise StopIteration
        if self.end:
            raise self.end
        try:
            item = next(self.source)
        except Exception as end:
            self.end = end
            raise
        if max(len(branch.queue) for branch in self.open) >= self.limit:
            raise BufferError("too far ahead")
        for branch in self.open:
            branch.queue.append(item)

    def drop(self, branch):
        if branch in self.open:
            self.open.remove(branch)
            if not self.open and hasattr(self.source, "close"):
                self.source.close()


def split(source, consumers, limit):
    shared = Shared(source, limit)
    shared.open = [Branch(shared) for _ in range(consumers)]
    return tuple(shared.open)
