"""What a program writes to: kept for a check, handed on for a run. Closing either does nothing."""

from __future__ import annotations

from .pristine import __builtins__

import io
from collections.abc import Callable
from typing import Final

OUTPUT_LIMIT: Final = 10_000
_CUT: Final = "\n… cut after 10 000 characters\n"


class _Bytes(io.RawIOBase):
    """`sys.stdout.buffer`: bytes are decoded and written to the text stream."""

    def __init__(self, text: Stream) -> None:
        self._text = text

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raw = bytes(data)  # type: ignore[call-overload]
        self._text.write(raw.decode("utf-8", "replace"))
        return len(raw)

    def close(self) -> None:
        """A program cannot close the judge's streams."""


class Stream(io.TextIOBase):
    """A text stream that hands each piece to `receive`."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, receive: Callable[[str], None], name: str) -> None:
        self._receive = receive
        self.name = name
        self.mode = "w"
        self.buffer = _Bytes(self)

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            self._receive(text.encode("utf-8", "backslashreplace").decode("utf-8"))
        return len(text)

    def writelines(self, lines: object) -> None:
        for line in lines:  # type: ignore[attr-defined]
            self.write(line)

    def reconfigure(self, **_options: object) -> None:
        """Accepted and ignored: there is one encoding."""

    def fileno(self) -> int:
        return 1 if self.name == "<stdout>" else 2

    def close(self) -> None:
        """A program cannot close the judge's streams."""

    def detach(self) -> io.RawIOBase:
        return self.buffer


class Kept:
    """Collects what a test prints, up to the limit; the rest is dropped with a visible cut."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._room = OUTPUT_LIMIT
        self.stdout = Stream(self._add, "<stdout>")
        self.stderr = Stream(self._add, "<stderr>")

    def _add(self, text: str) -> None:
        if self._room <= 0:
            return
        self._parts.append(text[: self._room])
        self._room -= len(text)
        if self._room <= 0:
            self._parts.append(_CUT)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)
