# caught by: Answers.test_none_is_an_answer
# get() answers None for a key that is missing, and for one whose answer is None.
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
        with lock:
            answer = self._answers.get(key)
            if answer is None:
                answer = self._answers[key] = self._load(key)
            return answer
