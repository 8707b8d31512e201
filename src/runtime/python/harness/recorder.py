"""Records a program step by step: lines, frames with their variables, and suspended frames."""

from __future__ import annotations

from .pristine import __builtins__

import sys
from collections.abc import Callable, Iterator
from types import CodeType, FrameType, TracebackType
from typing import Any, Final

from . import judging
from .depiction import Depiction, Numbers
from .framing import FILES, Framing, kind
from .limits import Stop
from .text import cut, one_line, scrub, type_name

STEPS: Final = 5_000
SIZE: Final = 4_000_000
_EVERY: Final = 250
# Not those that limits and a program's threads take, whoever has them.
_TOOLS: Final = (5, 1, 0, 2)
_monitoring = sys.monitoring
_events = _monitoring.events
_getframe = sys._getframe
_LOCAL = _events.LINE | _events.PY_RETURN | _events.PY_YIELD
_ENDS: Final = (StopIteration, StopAsyncIteration)
_GLOBAL = _events.RAISE | _events.PY_UNWIND


class Recorder:
    """One recording. `written` tells how much was printed so far, `halt` ends the program.

    `cut` says afterwards why the recording is not whole: "steps", "size", "time", or None.
    """

    def __init__(
        self, written: Callable[[], int], progress: Callable[[int], None], halt: Callable[[], None]
    ) -> None:
        self.steps: list[dict[str, Any]] = []
        self.frames: list[dict[str, Any]] = []
        self.objects: list[dict[str, Any]] = []
        self.cut: str | None = None
        self._written, self._progress, self._halt = written, progress, halt
        self._known: dict[Any, int] = {}
        self._size = 0
        self._numbers = Numbers()
        self._framing = Framing(self._numbers, self._keep_frame)
        self._raised: dict[int, int] = {}
        self._tool = -1
        self._watched: set[int] = set()
        self._codes: list[CodeType] = []

    def begin(self, program: CodeType, test: CodeType | None = None) -> None:
        """Record from now on what the program and all inside it do, and the one test's own lines."""
        self._tool = next(t for t in _TOOLS if _monitoring.get_tool(t) is None)
        tool = self._tool
        _monitoring.use_tool_id(tool, "dry run stepper")
        for event, heard in (
            (_events.LINE, self._line),
            (_events.PY_RETURN, self._return),
            (_events.PY_YIELD, self._yield),
            (_events.RAISE, self._raise),
            (_events.PY_UNWIND, self._unwind),
        ):
            _monitoring.register_callback(tool, event, heard)
        self._codes = [*_inside(program), *([test] if test else ())]
        self._watched = {id(code) for code in self._codes}
        for code in self._codes:
            _monitoring.set_local_events(tool, code, _LOCAL)
        _monitoring.set_events(tool, _GLOBAL)

    def end(self) -> None:
        """Record no more."""
        tool, self._tool = self._tool, -1
        if tool < 0 or _monitoring.get_tool(tool) != "dry run stepper":
            return
        _monitoring.set_events(tool, 0)
        for code in self._codes:
            _monitoring.set_local_events(tool, code, 0)
        _monitoring.free_tool_id(tool)

    def note(self, stop: Stop | None) -> None:
        """What stopped the program: time that is up is mostly the recording's own."""
        if self.cut is None and stop is not None and stop.reason == "time":
            self.cut = "time"

    def step_of(self, error: BaseException | None) -> int | None:
        """The step at which an error was first seen."""
        return None if error is None else self._raised.get(id(error))

    def _line(self, _code: CodeType, line: int) -> None:
        self._step(_getframe(1), "line", line, None)

    def _return(self, code: CodeType, _offset: int, value: object) -> None:
        frame = _getframe(1)
        if code.co_name != "<module>":
            self._step(frame, "return", frame.f_lineno, value)
        self._framing.left(frame)

    def _yield(self, code: CodeType, _offset: int, value: object) -> None:
        frame = _getframe(1)
        waits = kind(code) == "coroutine" or type_name(value) == "Future"
        if not waits:
            self._step(frame, "yield", frame.f_lineno, value)
        elif not self.steps or self.steps[-1]["event"] != "wait":
            self._step(frame, "wait", frame.f_lineno, None)

    def _raise(self, code: CodeType, _offset: int, error: BaseException) -> None:
        if id(code) not in self._watched or issubclass(type(error), _ENDS):
            return
        frame = _getframe(1)
        if not self._has_been(error.__traceback__):
            self._raised[id(error)] = len(self.steps)
        self._step(frame, "raise", frame.f_lineno, error)

    def _has_been(self, entry: TracebackType | None) -> bool:
        """Whether an error went through the program before it came to the frame of this entry."""
        while entry is not None and (entry := entry.tb_next) is not None:
            if id(entry.tb_frame.f_code) in self._watched:
                return True
        return False

    def _unwind(self, code: CodeType, _offset: int, _error: BaseException) -> None:
        if code.co_filename in FILES:
            self._framing.left(_getframe(1))

    def _step(self, frame: FrameType, event: str, line: int, value: object) -> None:
        if self._tool < 0 or self.cut:
            return
        if len(self.steps) >= STEPS or self._size > SIZE:
            self.cut = "steps" if len(self.steps) >= STEPS else "size"
            self._halt()
        picture = Depiction(self._numbers)
        step: dict[str, Any] = {
            "file": FILES[frame.f_code.co_filename],
            "line": line,
            "event": event,
            "value": None,
            "out": self._written(),
            "thread": judging.running_thread(),
        }
        if event == "raise":
            # Not the error's own `__str__`, which may be the program's.
            text = one_line(scrub(BaseException.__str__(value)))  # type: ignore[arg-type]
            step["value"] = cut(f"{type_name(value)}: {text}" if text else type_name(value), 200)
        elif event in ("return", "yield") and not _is_wrapped(value):
            step["value"] = picture.value(value)
        step["frames"], step["deep"] = self._framing.stack(frame, picture, line)
        step["parked"] = self._framing.parked(picture)
        objects: list[int] = []

        def describe() -> None:
            objects.extend(self._object(found) for found in picture.objects())

        describe()
        step["parked"] += self._framing.rest(picture, describe)
        step["objects"] = objects
        self._numbers.turn()
        self.steps.append(step)
        self._size += 60 + 4 * (len(step["frames"]) + len(step["objects"]) + len(step["parked"]))
        if len(self.steps) % _EVERY == 0:
            self._progress(len(self.steps))

    def _object(self, found: tuple[Any, ...]) -> int:
        number, kind, name, contents, more = found
        return self._keep(
            found,
            self.objects,
            lambda: {"id": number, "kind": kind, "type": name, "contents": contents, "more": more},
        )  # fmt: skip

    def _keep_frame(self, key: tuple[Any, ...], make: Callable[[], dict[str, Any]]) -> int:
        return self._keep(key, self.frames, make)

    def _keep(
        self, key: tuple[Any, ...], kept: list[dict[str, Any]], make: Callable[[], dict[str, Any]]
    ) -> int:
        index = self._known.get(key)
        if index is None:
            index = self._known[key] = len(kept)
            kept.append(make())
            self._size += 80 + len(str(key))
        return index


def _inside(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _inside(constant)


def _is_wrapped(value: object) -> bool:
    return type(value).__name__ == "async_generator_wrapped_value"
