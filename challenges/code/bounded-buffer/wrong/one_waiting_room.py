# caught by: Schedules.test_many_on_both_sides
# Both sides share a condition: notify() may wake one of the wrong side, and the right one sleeps.
import threading
from collections import deque


class Closed(Exception):
    """The buffer takes no more items, or has none left."""


class Buffer:
    """Holds at most `capacity` items between threads that put and threads that get."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: deque[object] = deque()
        self._closed = False
        self._changed = threading.Condition()

    def put(self, item: object) -> None:
        with self._changed:
            while not self._closed and len(self._items) == self._capacity:
                self._changed.wait()
            if self._closed:
                raise Closed
            self._items.append(item)
            self._changed.notify()

    def get(self) -> object:
        with self._changed:
            while not self._closed and not self._items:
                self._changed.wait()
            if not self._items:
                raise Closed
            item = self._items.popleft()
            self._changed.notify()
            return item

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
