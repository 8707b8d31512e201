# caught by: Stopping.test_the_thread_has_ended
# join with a time-out tells nothing about the end: the message under way is cut off by the kill.
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
        failed, self._failed = self._failed, []
        return failed + untried

    def _work(self) -> None:
        while (message := self._next()) is not None:
            try:
                self._send(message)
            except Exception:
                self._failed.append(message)

    def _next(self) -> str | None:
        """The next message, once there is one; None when it is over."""
        with self._changed:
            while not self._waiting and not self._stopping:
                self._changed.wait()
            return self._waiting.popleft() if self._waiting else None
