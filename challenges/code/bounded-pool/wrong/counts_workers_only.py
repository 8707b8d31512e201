# caught by: Places.test_holds_up_who_is_too_fast
# Holds up whoever submits while all workers are busy: the backlog that evens out bursts is missing.
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class Pool:
    """Runs calls in `workers` threads, and lets so many more wait inside."""

    def __init__(self, workers: int, backlog: int) -> None:
        self._executor = ThreadPoolExecutor(workers)
        self._places = threading.BoundedSemaphore(workers)

    def submit[T](self, work: Callable[..., T], *args: object) -> Future[T]:
        self._places.acquire()
        try:
            future = self._executor.submit(work, *args)
        except RuntimeError as error:
            self._places.release()  # no call took it, and others may be waiting to hear the same
            raise RuntimeError("the pool is closed") from error
        future.add_done_callback(lambda _: self._places.release())
        return future

    def close(self) -> None:
        self._executor.shutdown()
