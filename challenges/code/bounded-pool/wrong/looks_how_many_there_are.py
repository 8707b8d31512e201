# caught by: Schedules.test_two_submit_for_one_place
# Two threads that count at the same moment both find room, and both go in.
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


class Pool:
    def __init__(self, workers, backlog):
        self._executor = ThreadPoolExecutor(workers)
        self._limit = workers + backlog
        self._inside = set()

    def submit(self, work, *args):
        while len(self._inside) >= self._limit:
            done, _ = wait(list(self._inside), return_when=FIRST_COMPLETED)
            self._inside -= done
        try:
            future = self._executor.submit(work, *args)
        except RuntimeError as error:
            raise RuntimeError("the pool is closed") from error
        self._inside.add(future)
        return future

    def close(self):
        self._executor.shutdown()
