# caught by: Threads.test_a_drain_loses_nothing_and_counts_nothing_twice
# Copy and clear each hold the lock, but what is added between the two is cleared unseen.
import threading


class Counters:
    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def add(self, name, amount=1):
        with self._lock:
            self._counts[name] = self._counts.get(name, 0) + amount

    def total(self, name):
        with self._lock:
            return self._counts.get(name, 0)

    def drain(self):
        with self._lock:
            drained = dict(self._counts)
        with self._lock:
            self._counts.clear()
        return drained
