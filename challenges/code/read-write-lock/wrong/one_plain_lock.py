# caught by: Examples.test_readers_share
# Safe, and readers wait for each other: that is what we have already.
import threading


class ReadWriteLock:
    def __init__(self):
        self._lock = threading.Lock()

    def read(self):
        return self._lock

    def write(self):
        return self._lock
