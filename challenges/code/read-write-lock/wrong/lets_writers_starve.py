# caught by: Exclusion.test_nobody_overtakes_a_waiting_writer
# The textbook form: readers hold the door for each other, and with enough of them nobody writes.
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._counting = threading.Lock()
        self._empty = threading.Lock()
        self._readers = 0

    @contextmanager
    def read(self):
        with self._counting:
            self._readers += 1
            if self._readers == 1:
                self._empty.acquire()
        try:
            yield
        finally:
            with self._counting:
                self._readers -= 1
                if self._readers == 0:
                    self._empty.release()

    @contextmanager
    def write(self):
        with self._empty:
            yield
