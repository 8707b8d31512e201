# caught by: Threads.test_no_amount_gets_lost
# "The GIL makes it atomic": it does not, += reads and writes in two steps.
from collections import defaultdict


class Counters:
    def __init__(self):
        self._counts = defaultdict(int)

    def add(self, name, amount=1):
        self._counts[name] += amount

    def total(self, name):
        return self._counts.get(name, 0)

    def drain(self):
        drained, self._counts = self._counts, defaultdict(int)
        return dict(drained)
