"""What a program leaves suspended behind: closed before the next test begins."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import gc
from types import AsyncGeneratorType, CodeType, CoroutineType, GeneratorType
from typing import Any, Final

from .frames import SOLUTION, TESTS

_get_objects, _collect = gc.get_objects, gc.collect
_Task = asyncio.Task
_OURS: Final = (SOLUTION, TESTS)
_STEPS: Final = 100


def sweep() -> None:
    """Closes generators, coroutines and async generators of the program, and silences its tasks.

    Runs the program's own `finally` blocks, so it belongs inside the limits.
    """
    tasks: list[Any] = []
    frames: list[Any] = []
    for thing in _get_objects():
        kind = type(thing)
        if kind is _Task:
            tasks.append(thing)
        elif kind is GeneratorType and _is_ours(thing.gi_code, thing.gi_frame):
            frames.append(thing)
        elif kind is CoroutineType and _is_ours(thing.cr_code, thing.cr_frame):
            frames.append(thing)
        elif kind is AsyncGeneratorType and _is_ours(thing.ag_code, thing.ag_frame):
            frames.append(thing)
    for task in tasks:
        if not task.done():
            task._log_destroy_pending = False
    for frame in frames:
        _close(frame)


def forget(*namespaces: dict[str, Any]) -> None:
    """Empties the modules of a finished test and frees what they held."""
    for names in namespaces:
        names.clear()
    _collect()


def _is_ours(code: CodeType, frame: object) -> bool:
    return frame is not None and code.co_filename in _OURS


def _close(thing: Any) -> None:
    try:
        if type(thing) is AsyncGeneratorType:
            closing = thing.aclose()
            for _ in range(_STEPS):
                closing.send(None)
        else:
            thing.close()
    except Exception:
        return
