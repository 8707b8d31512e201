# caught by: Examples.test_begins_again_after_a_drain
# `drained` is a second name for the same dictionary, so clearing one empties the answer as well.
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
            drained = self._counts
            self._counts.clear()
            return drained
