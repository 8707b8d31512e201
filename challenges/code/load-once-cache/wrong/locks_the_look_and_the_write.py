# caught by: Schedules.test_the_first_request_of_the_morning
# Each access holds the lock, but the decision to load is made between two of them.
import threading


class LoadOnce:
    def __init__(self, load):
        self._load = load
        self._lock = threading.Lock()
        self._answers = {}

    def get(self, key):
        with self._lock:
            if key in self._answers:
                return self._answers[key]
        answer = self._load(key)
        with self._lock:
            self._answers[key] = answer
        return answer
