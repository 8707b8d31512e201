# caught by: Threads.test_no_amount_gets_lost
# The write is protected, but what it writes was read before the lock was taken.
import threading


class Counters:
    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def add(self, name, amount=1):
        new = self._counts.get(name, 0) + amount
        with self._lock:
            self._counts[name] = new

    def total(self, name):
        with self._lock:
            return self._counts.get(name, 0)

    def drain(self):
        with self._lock:
            drained, self._counts = self._counts, {}
        return drained
