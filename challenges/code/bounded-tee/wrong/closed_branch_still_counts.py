# caught by: Closing.test_closed_branch_holds_nobody_up
# close() ends the branch, but its full queue stays in the reckoning and stops everybody else.
from collections import deque


class Branch:
    def __init__(self, shared):
        self.shared = shared
        self.queue = deque()
        self.closed = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.closed:
            raise StopIteration
        if not self.queue:
            self.shared.fill()
        return self.queue.popleft()

    def close(self):
        self.closed = True
        self.shared.close_if_last()


class Shared:
    def __init__(self, source, consumers, limit):
        self.source = iter(source)
        self.limit = limit
        self.end = None
        self.branches = tuple(Branch(self) for _ in range(consumers))

    def fill(self):
        if self.end is not None:
            raise self.end
        if any(len(branch.queue) >= self.limit for branch in self.branches):
            raise BufferError("too far ahead")
        try:
            item = next(self.source)
        except Exception as end:
            self.end = end
            raise
        for branch in self.branches:
            branch.queue.append(item)

    def close_if_last(self):
        if all(branch.closed for branch in self.branches) and hasattr(self.source, "close"):
            self.source.close()


def split(source, consumers, limit):
    return Shared(source, consumers, limit).branches
