# caught by: BackPressure.test_refusal_loses_nothing
# itertools.tee is what the library offers; it never refuses, it buffers.
from itertools import tee


class Branch:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.items)

    def close(self):
        self.items = iter(())


def split(source, consumers, limit):
    return tuple(Branch(items) for items in tee(source, consumers))
