# caught by: Stopping.test_sends_in_its_own_thread
# The thread keeps the lock while it sends, so whoever submits waits for the mail server.
import threading
from collections import deque
from collections.abc import Callable


class Stopped(Exception):
    """The mailer takes no more messages."""


class Mailer:
    """Sends messages in a thread of its own, until it is stopped."""

    def __init__(self, send: Callable[[str], None]) -> None:
        self._send = send
        self._changed = threading.Condition()  # guards all that follows
        self._waiting: deque[str] = deque()
        self._failed: list[str] = []
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name="mailer")
        self._thread.start()

    def submit(self, message: str) -> None:
        with self._changed:
            if self._stopping:
                raise Stopped
            self._waiting.append(message)
            self._changed.notify()

    def stop(self, grace: float) -> list[str]:
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join(grace)
        with self._changed:  # the thread finds nothing any more, and ends
            untried = list(self._waiting)
            self._waiting.clear()
        self._thread.join()
        failed, self._failed = self._failed, []
        return failed + untried

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._stopping:
                    self._changed.wait()
                if not self._waiting:
                    return
                message = self._waiting.popleft()
                try:
                    self._send(message)
                except Exception:
                    self._failed.append(message)
