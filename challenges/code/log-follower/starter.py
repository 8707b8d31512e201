from collections.abc import Generator
from typing import Protocol


class Log(Protocol):
    """The two methods of an open log that `follow` may use."""

    def readline(self) -> str: ...

    def close(self) -> None: ...


def follow(log: Log) -> Generator[str | None, str | None]:
    """Yield each complete line of a growing log, or None; takes "pause" and "resume"."""
    raise NotImplementedError
