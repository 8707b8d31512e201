"""What a program leaves suspended behind: closed before the next test begins."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import gc
from types import AsyncGeneratorType, CodeType, CoroutineType, GeneratorType
from typing import Any, Final

from . import judging
from .frames import SOLUTION, TESTS

_get_objects, _collect = gc.get_objects, gc.collect
_Task = asyncio.Task
_OURS: Final = (SOLUTION, TESTS)
_STEPS: Final = 100


# What would not end. Python must never free it: that would resume it, outside every limit.
_kept: list[Any] = []


def sweep() -> None:
    """Ends threads, closes generators and coroutines of the program, and silences its tasks.

    Runs the program's own `finally` blocks, so it belongs inside the limits.
    """
    judging.clear_threads()
    objects = _get_objects()
    for task in [thing for thing in objects if type(thing) is _Task]:
        if not task.done():
            task._log_destroy_pending = False
    for thing in _suspended(objects):
        _close(thing)


def keep() -> bool:
    """Keeps for ever what is suspended even now; whether there is any.

    Then the program's modules must stay as well: resumed without its globals, a loop that
    catches everything would never end. Frozen objects are not found, so it comes before that.
    """
    rest = _suspended(_get_objects())
    _kept.extend(rest)
    return bool(rest)


def forget(*namespaces: dict[str, Any]) -> None:
    """Empties the modules of a finished test and frees what they held. See `keep`."""
    for names in namespaces:
        names.clear()
    _collect()


def _suspended(objects: list[Any]) -> list[Any]:
    kept = {id(thing) for thing in _kept}
    # There are thousands of objects and a handful of these; a set of types would run a metaclass.
    some = [
        thing
        for thing in objects
        if (kind := type(thing)) is GeneratorType
        or kind is CoroutineType
        or kind is AsyncGeneratorType
    ]
    return [thing for thing in some if _is_suspended(thing) and id(thing) not in kept]


def _is_suspended(thing: Any) -> bool:
    kind = type(thing)
    if kind is GeneratorType:
        return _is_ours(thing.gi_code, thing.gi_frame)
    if kind is CoroutineType:
        return _is_ours(thing.cr_code, thing.cr_frame)
    if kind is AsyncGeneratorType:
        return _is_ours(thing.ag_code, thing.ag_frame)
    return False


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
