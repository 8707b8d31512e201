"""The frames of one step: the stack, and suspended generators and coroutines beside it."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import types
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any, Final

from judge.watching import reason

from . import judging
from .depiction import Depiction, Numbers
from .frames import SOLUTION, TESTS

FILES: Final = {SOLUTION: "solution", TESTS: "tests"}
_VARIABLES: Final = 20
_STACK: Final = 12
_PARKED: Final = 16
_KINDS: Final = ((0x200, "async generator"), (0x80, "coroutine"), (0x20, "generator"))
_PREFIXES: Final = {
    types.GeneratorType: ("gi", "gi_yieldfrom"),
    types.CoroutineType: ("cr", "cr_await"),
    types.AsyncGeneratorType: ("ag", "ag_await"),
}
Keep = Callable[[tuple[Any, ...], Callable[[], dict[str, Any]]], int]
"""Keeps what is described by a key, made if it is new; answers its index."""


class Framing:
    """Knows frames from step to step, and who resumed a suspended one last."""

    def __init__(self, numbers: Numbers, keep: Keep) -> None:
        self._numbers, self._keep = numbers, keep
        self._plain: dict[int, int] = {}
        self._next_plain = -1
        self._pullers: dict[int, int] = {}
        self._shown: set[int] = set()
        self._waiters: dict[int, object] = {}

    def left(self, frame: FrameType) -> None:
        """The frame has ended; another may come to lie where it was."""
        self._plain.pop(id(frame), None)

    def stack(
        self, frame: FrameType, picture: Depiction, line: int
    ) -> tuple[list[int], int]:
        """Frames of the program, the running one first, and how many are left out before the last."""
        chain: list[FrameType] = []
        at: FrameType | None = frame
        while at is not None:
            if at.f_code.co_filename in FILES:
                chain.append(at)
            at = at.f_back
        deep = max(0, len(chain) - _STACK)
        kept = chain if not deep else [*chain[: _STACK - 1], chain[-1]]
        numbers = [self._number(each, each.f_generator) for each in kept]
        self._shown = set(numbers)
        shown: list[int] = []
        on: int | None = None
        for index, each in enumerate(kept):
            outer = kept[index + 1] if index + 1 < len(kept) else None
            # A coroutine is awaited by the frame right above; a task's first is run by the loop.
            is_called = outer is not None and (
                each.f_back is outer or kind(each.f_code) != "coroutine"
            )
            by = numbers[index + 1] if is_called else None
            if by is not None and each.f_generator is not None:
                self._pullers[numbers[index]] = by
            facts = (
                numbers[index], "calling" if index else "running",
                each.f_lineno if index else line, by, on, "",
            )  # fmt: skip
            shown.append(self._frame(each, facts, picture))
            on = numbers[index] if is_called else None
        return shown, deep

    def _number(self, frame: FrameType, owner: object) -> int:
        """A suspendable frame has its object's number, a plain one a number below zero."""
        if owner is not None:
            return self._numbers.of(owner)
        if id(frame) not in self._plain:
            self._plain[id(frame)] = self._next_plain
            self._next_plain -= 1
        return self._plain[id(frame)]

    def parked(self, picture: Depiction) -> list[int]:
        """Suspended frames: of other threads, of the loop's tasks, and of what variables refer to."""
        self._waiters.clear()
        loop = asyncio._get_running_loop()
        if loop is not None:
            for task in sorted(asyncio.all_tasks(loop), key=_natural):
                coroutine = task.get_coro()
                if type(coroutine) is types.CoroutineType:
                    self._waiters[id(coroutine)] = getattr(task, "_fut_waiter", None)
                    picture.suspended.append(coroutine)
        return self._of_threads(picture) + self._drain(picture)

    def _of_threads(self, picture: Depiction) -> list[int]:
        """The frame of the program that each waiting thread is in."""
        found: list[int] = []
        for thread, frames, waits in judging.waiting_threads():
            own = next((each for each in frames if each.f_code.co_filename in FILES), None)
            if own is None or len(self._shown) >= _STACK + _PARKED:
                continue
            number = self._number(own, own.f_generator)
            if number not in self._shown:
                self._shown.add(number)
                facts = (number, "waiting", own.f_lineno, None, None, waits)
                found.append(self._frame(own, facts, picture, thread))
        return found

    def rest(self, picture: Depiction, more: Callable[[], None]) -> list[int]:
        """What objects refer to may be suspended as well; `more` describes further objects."""
        found: list[int] = []
        while picture.suspended:
            found += self._drain(picture)
            more()
        return found

    def _drain(self, picture: Depiction) -> list[int]:
        found: list[int] = []
        while picture.suspended:
            owner = picture.suspended.pop(0)
            number = self._numbers.of(owner)
            prefix, _ = _PREFIXES[type(owner)]
            frame = getattr(owner, prefix + "_frame")
            own = frame is not None and frame.f_code.co_filename in FILES
            if number in self._shown or frame is None or len(self._shown) >= _STACK + _PARKED:
                continue
            self._shown.add(number)
            on, waits = self._awaited(owner, picture)
            if not own:
                continue
            state = "suspended"
            if getattr(owner, prefix + "_running"):
                state = "calling"
            elif not getattr(owner, prefix + "_suspended"):
                state = "created"
            elif type(owner) is types.CoroutineType or waits:
                state = "waiting"
            puller = self._pullers.get(number)
            facts = (number, state, frame.f_lineno, puller, on, waits)
            found.append(self._frame(frame, facts, picture))
        return found

    def _awaited(self, owner: Any, picture: Depiction) -> tuple[int | None, str]:
        """The next suspended frame of the program that it waits for, or what else it waits for."""
        frames: list[FrameType] = []
        waiter = self._waiters.get(id(owner))
        inner = getattr(owner, _PREFIXES[type(owner)][1])
        while type(inner) in _PREFIXES:
            prefix, name = _PREFIXES[type(inner)]
            frame = getattr(inner, prefix + "_frame")
            if frame is None:
                break
            if frame.f_code.co_filename in FILES:
                picture.suspended.append(inner)
                if waiter is not None:
                    self._waiters[id(inner)] = waiter
                return self._numbers.of(inner), ""
            frames.append(frame)
            inner = getattr(inner, name)
        if issubclass(type(waiter), asyncio.Task) and type(waiter.get_coro()) is types.CoroutineType:
            return self._numbers.of(waiter.get_coro()), ""
        if inner is None and not frames:
            return None, ""
        if type(owner) is types.GeneratorType:
            return None, ""
        return None, reason(frames) or ("other tasks" if hasattr(waiter, "_children") else "a future")

    def _frame(
        self,
        frame: FrameType,
        facts: tuple[Any, ...],
        picture: Depiction,
        thread: str | None = None,
    ) -> int:
        number, state, line, by, on, waits = facts
        code = frame.f_code
        shown = list(_variables(frame))
        variables = tuple((name, picture.value(value)) for name, value in shown[:_VARIABLES])
        key = (*facts, thread, variables, code.co_filename, _name(code))
        return self._keep(
            key,
            lambda: {
                "id": number, "name": _name(code), "kind": kind(code),
                "file": FILES[code.co_filename], "line": line, "state": state, "by": by, "on": on,
                "waits": waits, "thread": thread, "variables": variables,
                "more": max(0, len(shown) - _VARIABLES),
            },
        )  # fmt: skip


def kind(code: CodeType) -> str:
    """What kind of frame the code makes."""
    for flag, name in _KINDS:
        if code.co_flags & flag:
            return name
    return "module" if code.co_name == "<module>" else "function"


def _name(code: CodeType) -> str:
    return "the program" if code.co_name == "<module>" else code.co_qualname.replace(".<locals>", "")


def _variables(frame: FrameType) -> Iterator[tuple[str, object]]:
    """What is worth showing: not what every module has, nor functions and classes at its top."""
    top = frame.f_code.co_name == "<module>"
    of_tests = frame.f_code.co_filename == TESTS
    for name, value in list(frame.f_locals.items()):
        if name.startswith(("__", "@")) or (of_tests and name == "self"):
            continue
        if top and issubclass(type(value), types.ModuleType | types.FunctionType | type):
            continue
        yield ("the iterable" if name == ".0" else name), value


def _natural(task: Any) -> tuple[int, str]:
    name = str(task.get_name())
    digits = name.rpartition("-")[2]
    return (int(digits) if digits.isdigit() else 0, name)
