"""Which coroutines are the present program's own doing."""

from .pristine import __builtins__

from types import CoroutineType
from typing import Any

from . import program
from .frames import SOLUTION, origin_line
from .journal import Journal


def maker_line(coroutine: "CoroutineType[Any, Any, Any]", journal: Journal) -> int | None:
    """The learner's line that made a coroutine nobody has begun; None if it is not theirs.

    What an earlier test left to the garbage collector is not theirs either: a function of an
    earlier execution of the module, a call of a service under an earlier clock.
    """
    line = origin_line(coroutine.cr_origin)
    frame = coroutine.cr_frame
    if line is None or frame is None:
        return line
    made_during = frame.f_locals.get("made_during")
    if isinstance(made_during, Journal):
        return line if made_during is journal else None
    module = program.module()
    if coroutine.cr_code.co_filename == SOLUTION and module is not None:
        return line if frame.f_globals is module.__dict__ else None
    return line
