import threading


class Closed(Exception):
    """The buffer takes no more items, or has none left."""


class Buffer:
    """Holds at most `capacity` items between threads that put and threads that get."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity

    def put(self, item: object) -> None:
        raise NotImplementedError

    def get(self) -> object:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError
