from collections.abc import Generator
from typing import Protocol


class Log(Protocol):
    """The two methods of an open log that `follow` may use."""

    def readline(self) -> str: ...

    def close(self) -> None: ...


def follow(log: Log) -> Generator[str | None, str | None]:
    """Yield each complete line of a growing log, or None; takes "pause" and "resume"."""
    paused = False
    partial = ""
    try:
        while True:
            line = None
            if not paused:
                partial += log.readline()
                if partial.endswith("\n"):
                    line, partial = partial.removesuffix("\n"), ""
            match (yield line):
                case None:
                    pass
                case "pause":
                    paused = True
                case "resume":
                    paused = False
                case unknown:
                    raise ValueError(f"unknown command: {unknown!r}")
    finally:
        log.close()
