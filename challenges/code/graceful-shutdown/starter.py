from collections.abc import Callable


class Stopped(Exception):
    """The mailer takes no more messages."""


class Mailer:
    """Sends messages in a thread of its own, until it is stopped."""

    def __init__(self, send: Callable[[str], None]) -> None:
        self.send = send

    def submit(self, message: str) -> None:
        raise NotImplementedError

    def stop(self, grace: float) -> list[str]:
        raise NotImplementedError
