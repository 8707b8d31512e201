# caught by: Closing.test_waits_for_what_it_accepted
# cancel_futures throws away calls that were accepted.
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
            future = self._executor.submit(work, *args)
        except RuntimeError as error:
            self._places.release()  # no call took it, and others may be waiting to hear the same
            raise RuntimeError("the pool is closed") from error
        future.add_done_callback(lambda _: self._places.release())
        return future

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)
