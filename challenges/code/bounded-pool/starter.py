from collections.abc import Callable
from concurrent.futures import Future


class Pool:
    """Runs calls in `workers` threads, and lets so many more wait inside."""

    def __init__(self, workers: int, backlog: int) -> None:
        self.workers = workers
        self.backlog = backlog

    def submit[T](self, work: Callable[..., T], *args: object) -> Future[T]:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError
