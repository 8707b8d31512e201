"""Where a program may be pre-empted: at each line, and between reading and writing within one."""

from ..pristine import __builtins__

import dis
import sys
from types import CodeType
from typing import Any

from ..frames import SOLUTION, TESTS
from .scheduler import scheduler

_TOOL = 3
_monitoring = sys.monitoring
_EVENTS = _monitoring.events
_DISABLE = _monitoring.DISABLE
_get_tool, _use, _free = _monitoring.get_tool, _monitoring.use_tool_id, _monitoring.free_tool_id
_register, _set_events = _monitoring.register_callback, _monitoring.set_events
_set_local, _restart = _monitoring.set_local_events, _monitoring.restart_events
_NAME = "dry run threads"
_STORES = frozenset({
    "STORE_ATTR", "STORE_SUBSCR", "STORE_GLOBAL", "STORE_DEREF", "DELETE_ATTR", "DELETE_SUBSCR",
    "STORE_SLICE",
})  # fmt: skip
_CALLS = frozenset({"CALL", "CALL_KW", "CALL_FUNCTION_EX"})

# Line, and whether it begins there, by the offset at which a code may be interrupted.
Points = dict[int, tuple[int, bool]]
_points: dict[CodeType, Points] = {}


def points_of(code: CodeType) -> Points:
    """Offsets at which an interruption can matter.

    These are the first instruction of each line, those that write what others may see, and a call
    that comes after a condition or another call on the same line.
    """
    known = _points.get(code)
    if known is not None:
        return known
    found: Points = {}
    line, asked = None, False
    for instruction in dis.get_instructions(code):
        number = instruction.line_number
        if instruction.opname in ("RESUME", "RETURN_GENERATOR", "COPY_FREE_VARS", "MAKE_CELL"):
            continue
        at = instruction.start_offset
        if number != line:
            line, asked = number, False
            if number is not None:
                found[at] = (number, True)
            continue
        if instruction.opname in _STORES:
            found.setdefault(at, (line or 0, False))
        elif instruction.opname.startswith("POP_JUMP_IF"):
            asked = True
        elif instruction.opname in _CALLS:
            if asked:
                found.setdefault(at, (line or 0, False))
            asked = True
    _points[code] = found
    return found


def _on_start(code: CodeType, _offset: int) -> Any:
    if code.co_filename in (SOLUTION, TESTS):
        points_of(code)
        _set_local(_TOOL, code, _EVENTS.INSTRUCTION)
    return _DISABLE


def _on_instruction(code: CodeType, offset: int) -> Any:
    point = _points[code].get(offset)
    if point is None:
        return _DISABLE
    scheduler.point()
    if scheduler.notes is not None:
        scheduler.notes.passes(code, *point)
    return None


def arm() -> None:
    """From now on the program may be pre-empted."""
    owner = _get_tool(_TOOL)
    if owner == _NAME:
        return
    if owner is not None:
        _free(_TOOL)
    _use(_TOOL, _NAME)
    _register(_TOOL, _EVENTS.PY_START, _on_start)
    _register(_TOOL, _EVENTS.PY_RESUME, _on_start)
    _register(_TOOL, _EVENTS.INSTRUCTION, _on_instruction)
    _restart()
    _set_events(_TOOL, _EVENTS.PY_START | _EVENTS.PY_RESUME)
    _cover(sys._getframe(1))


def _cover(frame: Any) -> None:
    """Functions that have begun already count as well."""
    while frame is not None:
        _on_start(frame.f_code, 0)
        frame = frame.f_back


def disarm() -> None:
    """The program has one thread again."""
    if _get_tool(_TOOL) != _NAME:
        return
    _set_events(_TOOL, 0)
    for code in _points:
        _set_local(_TOOL, code, 0)
    _free(_TOOL)
    _points.clear()
