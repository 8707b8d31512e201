import threading
from collections.abc import Callable
from concurrent.futures import Future


class LoadOnce:
    """Answers what `load` answers, and calls it once for each key."""

    def __init__(self, load: Callable[[str], object]) -> None:
        self._load = load
        self._lock = threading.Lock()  # for the dictionary; never held while loading
        self._answers: dict[str, Future[object]] = {}

    def get(self, key: str) -> object:
        with self._lock:
            answer = self._answers.get(key)
            is_mine = answer is None
            if answer is None:
                answer = self._answers[key] = Future()
        if is_mine:
            self._fill(answer, key)
        return answer.result()

    def _fill(self, answer: Future[object], key: str) -> None:
        try:
            answer.set_result(self._load(key))
        except BaseException as error:
            with self._lock:
                del self._answers[key]  # before anybody learns of it: the next one tries again
            answer.set_exception(error)
