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
        lock = threading.Lock()  # one lock, and a waiting room for each side
        self._has_item = threading.Condition(lock)
        self._has_room = threading.Condition(lock)

    def put(self, item: object) -> None:
        with self._has_room:
            while not self._closed and len(self._items) == self._capacity:
                self._has_room.wait()
            if self._closed:
                raise Closed
            self._items.append(item)
            self._has_item.notify()

    def get(self) -> object:
        with self._has_item:
            while not self._closed and not self._items:
                self._has_item.wait()
            if not self._items:
                raise Closed
            item = self._items.popleft()
            self._has_room.notify()
            return item

    def close(self) -> None:
        with self._has_item:
            self._closed = True
            self._has_item.notify_all()
            self._has_room.notify_all()
