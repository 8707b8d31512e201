"""`input()` and `sys.stdin` of a free run: the text given beforehand, then the person."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import io
from collections.abc import Callable
from typing import Any

from .streams import Stream


class Console(io.TextIOBase):
    """Standard input. `ask` is called when the text is used up; None means that nobody is there."""

    encoding = "utf-8"
    errors = "strict"
    name = "<stdin>"

    def __init__(self, text: str, ask: Callable[[str], str | None] | None) -> None:
        self._lines = text.splitlines(keepends=True)
        self._ask = ask

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0

    def readline(self, size: int = -1, /) -> str:
        line = self.next_line("")
        if line is None:
            return ""
        if 0 <= size < len(line):
            self._lines.insert(0, line[size:])
            return line[:size]
        return line

    def read(self, size: int | None = -1, /) -> str:
        if size is None or size < 0:
            return "".join(iter(self.readline, ""))
        text = ""
        while len(text) < size and (line := self.readline(size - len(text))):
            text += line
        return text

    def __next__(self) -> str:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def next_line(self, prompt: str) -> str | None:
        """The next line with its newline; None at the end of the input."""
        if self._lines:
            return self._lines.pop(0)
        if self._ask is None:
            return None
        answer = self._ask(prompt)
        return None if answer is None else answer.removesuffix("\n") + "\n"


def asker(bridge: Any) -> Callable[[str], str | None] | None:
    """How to ask the person; None where this browser cannot suspend Python.

    The time that the person takes does not count: the worker sees to that.
    """
    if not bridge.interactive:
        return None
    from pyodide.ffi import run_sync

    readline = bridge.readline
    # A JavaScript promise becomes a future of Pyodide's own loop, whatever loop is running.
    policy = asyncio.events._get_event_loop_policy()  # type: ignore[attr-defined]

    def ask(prompt: str) -> str | None:
        programs = asyncio.events._get_event_loop_policy()  # type: ignore[attr-defined]
        running = asyncio._get_running_loop()
        asyncio.events._set_event_loop_policy(policy)  # type: ignore[attr-defined]
        asyncio._set_running_loop(None)
        try:
            answer = run_sync(readline(prompt))
        finally:
            asyncio.events._set_event_loop_policy(programs)  # type: ignore[attr-defined]
            asyncio._set_running_loop(running)
        return answer if isinstance(answer, str) else None

    return ask


def make_input(console: Console, stdout: Stream) -> Callable[..., str]:
    """The builtin `input` of a run: echoes prompt and answer as a terminal shows them."""

    def input(prompt: object = "", /) -> str:
        """Read a line from standard input, without its newline."""
        text = str(prompt)
        stdout.write(text)
        line = console.next_line(text)
        if line is None:
            raise EOFError("no input left: fill in the input box, one line for each input()")
        stdout.write(line if line.endswith("\n") else line + "\n")
        return line.removesuffix("\n")

    return input
