# caught by: Places.test_a_cancelled_call_gives_its_place_back
# Releases in the finally of the call, which is never made when its future is cancelled.
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class Pool:
    """Runs calls in `workers` threads, and lets so many more wait inside."""

    def __init__(self, workers: int, backlog: int) -> None:
        self._executor = ThreadPoolExecutor(workers)
        self._places = threading.BoundedSemaphore(workers + backlog)

    def submit[T](self, work: Callable[..., T], *args: object) -> Future[T]:
        self._places.acquire()
        try:
            future = self._executor.submit(self._run, work, args)
        except RuntimeError as error:
            self._places.release()  # no call took it, and others may be waiting to hear the same
            raise RuntimeError("the pool is closed") from error
        return future

    def _run(self, work, args):
        try:
            return work(*args)
        finally:
            self._places.release()

    def close(self) -> None:
        self._executor.shutdown()
