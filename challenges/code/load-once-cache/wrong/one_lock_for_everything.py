# caught by: Waiting.test_different_keys_side_by_side
# Loads once, and makes everybody wait for the slowest load of anybody.
import threading


class LoadOnce:
    def __init__(self, load):
        self._load = load
        self._lock = threading.RLock()
        self._answers = {}

    def get(self, key):
        with self._lock:
            if key not in self._answers:
                self._answers[key] = self._load(key)
            return self._answers[key]
