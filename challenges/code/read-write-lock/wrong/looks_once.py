# caught by: Exclusion.test_writers_are_alone
# Two writers are woken by the same notification, and both go in: look again in a loop.
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class ReadWriteLock:
    """Shared by readers, or had by one writer alone. A waiting writer is not overtaken."""

    def __init__(self) -> None:
        self._changed = threading.Condition()  # held for moments only, never while they work
        self._readers = 0
        self._writing = False
        self._writers_waiting = 0

    @contextmanager
    def read(self) -> Iterator[None]:
        with self._changed:
            while self._writing or self._writers_waiting:
                self._changed.wait()
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextmanager
    def write(self) -> Iterator[None]:
        with self._changed:
            self._writers_waiting += 1
            if self._writing or self._readers:
                self._changed.wait()
            self._writers_waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
