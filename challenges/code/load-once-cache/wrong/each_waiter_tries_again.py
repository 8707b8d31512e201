# caught by: Waiting.test_an_error_for_all_who_wait
# With a lock for each key, those who waited for a failed load then try one after the other.
import threading


class LoadOnce:
    def __init__(self, load):
        self._load = load
        self._lock = threading.Lock()
        self._locks = {}
        self._answers = {}

    def get(self, key):
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        if key in self._answers:
            return self._answers[key]
        with lock:
            if key not in self._answers:
                self._answers[key] = self._load(key)
            return self._answers[key]
