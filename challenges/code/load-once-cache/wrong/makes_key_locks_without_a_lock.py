# caught by: Schedules.test_the_first_request_of_the_morning
# A lock for each key is a good idea, but the dictionary of locks is filled by check-then-act.
import threading


class LoadOnce:
    def __init__(self, load):
        self._load = load
        self._locks = {}
        self._answers = {}

    def get(self, key):
        if key not in self._locks:
            self._locks[key] = threading.Lock()
        with self._locks[key]:
            if key not in self._answers:
                self._answers[key] = self._load(key)
            return self._answers[key]
