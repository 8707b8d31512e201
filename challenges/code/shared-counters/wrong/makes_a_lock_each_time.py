# caught by: Threads.test_no_amount_gets_lost
# A lock made inside the method belongs to that one call; nobody else ever waits for it.
import threading


class Counters:
    def __init__(self):
        self._counts = {}

    def add(self, name, amount=1):
        with threading.Lock():
            self._counts[name] = self._counts.get(name, 0) + amount

    def total(self, name):
        return self._counts.get(name, 0)

    def drain(self):
        with threading.Lock():
            drained, self._counts = self._counts, {}
        return drained
