"""Whose code a frame runs, and tracebacks as the learner should see them."""

from __future__ import annotations

from .pristine import __builtins__

import os
import traceback
from types import CodeType, FrameType, TracebackType
from typing import Final

from .text import cut, scrub, text_of, type_name

SOLUTION: Final = "solution.py"
TESTS: Final = "tests.py"
REFERENCE: Final = "reference.py"
_OURS = os.path.dirname(__file__)
_PACKAGES = os.path.dirname(_OURS)
_SWITCHING = os.path.join(_PACKAGES, "judge", "threads")
_LIBRARY = os.path.dirname(os.__file__)
_BORING = tuple(
    os.path.join(_LIBRARY, part)
    for part in ("unittest", "asyncio", "contextlib.py", "doctest.py", "importlib", "functools.py")
)
_DEEP: Final = 60
_SHOWN: Final = 20
_MANY: Final = 30


def is_harness(frame: FrameType) -> bool:
    """Whether the frame runs this package, or is about to switch from one thread to another."""
    return frame.f_code.co_filename.startswith((_OURS, _SWITCHING))


def is_library(code: CodeType) -> bool:
    """Whether the code belongs to Python or to us: neither the learner's nor the tests'."""
    return code.co_filename.startswith((_LIBRARY, _PACKAGES, "<frozen "))


def learner_line(frame: FrameType | None) -> int | None:
    """The line of the learner's innermost frame, from this frame outwards."""
    while frame is not None:
        if frame.f_code.co_filename == SOLUTION:
            return frame.f_lineno
        frame = frame.f_back
    return None


def steps(tb: TracebackType | None) -> list[TracebackType]:
    """A traceback's entries, outermost first."""
    found = []
    while tb is not None:
        found.append(tb)
        tb = tb.tb_next
    return found


def innermost(tb: TracebackType | None, filename: str) -> TracebackType | None:
    """The innermost entry in that file."""
    found = None
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == filename:
            found = tb
        tb = tb.tb_next
    return found


def is_of_tests(error: BaseException) -> bool:
    """Whether the tests raised it, and not the learner's code that may have called them."""
    return _raiser(error) == TESTS


def is_of_program(error: BaseException) -> bool:
    """Whether the learner's code raised it, and not the tests."""
    return _raiser(error) == SOLUTION


def _raiser(error: BaseException) -> str | None:
    found = [step.tb_frame.f_code.co_filename for step in steps(error.__traceback__)]
    own = [name for name in found if name in (SOLUTION, TESTS)]
    return own[-1] if own else None


def place(step: TracebackType) -> tuple[int | None, int | None, int | None, int | None]:
    """Line, end line, column and end column (0-based) of the instruction that raised."""
    positions = list(step.tb_frame.f_code.co_positions())
    index = step.tb_lasti // 2
    return positions[index] if 0 <= index < len(positions) else (step.tb_lineno, None, None, None)


def learner_place(error: BaseException) -> tuple[int | None, int | None]:
    """Line and column (1-based) of the learner's own innermost frame, also in a related error."""
    found = related(error)
    if isinstance(error.__cause__, StopIteration | StopAsyncIteration):
        found = [error.__cause__, *found]
    for current in found:
        step = innermost(current.__traceback__, SOLUTION)
        if step is not None:
            _, _, column, _ = place(step)
            return step.tb_lineno, None if column is None else column + 1
    return None, None


def _is_shown(filename: str, inside_learner: bool) -> bool:
    if filename in (SOLUTION, TESTS, REFERENCE) or filename.startswith("<"):
        return not filename.startswith("<frozen ")
    if filename.startswith((_PACKAGES, *_BORING)):
        return False
    return inside_learner


def _trim(summary: traceback.TracebackException, seen: set[int]) -> None:
    if id(summary) in seen:
        return
    seen.add(id(summary))
    kept: list[traceback.FrameSummary] = []
    inside = False
    for frame in summary.stack:
        inside = inside or frame.filename == SOLUTION
        if _is_shown(frame.filename, inside):
            kept.append(_without_source(frame) if _is_zipped(frame.filename) else frame)
    summary.stack[:] = kept
    for other in (summary.__cause__, summary.__context__, *(summary.exceptions or ())):
        if other is not None:
            _trim(other, seen)


def _is_zipped(filename: str) -> bool:
    return filename.startswith(_LIBRARY)


def _without_source(frame: traceback.FrameSummary) -> traceback.FrameSummary:
    """Python's own lines are in a zip, which on a first visit comes later and is slow to read."""
    return traceback.FrameSummary(frame.filename, frame.lineno, frame.name, line="")


def summarise(error: BaseException) -> traceback.TracebackException | None:
    """The error's traceback and text without our frames, Python's own suggestion included.

    None when so many errors hang together that Python's own summary would not survive it.
    """
    if len(related(error)) > _MANY:
        return None
    summary = traceback.TracebackException(
        type(error), error, _tail(error.__traceback__), lookup_lines=False, compact=True
    )
    _trim(summary, set())
    return summary


def related(error: BaseException) -> list[BaseException]:
    """The error, what is inside it and what it came from; one more than is sensible at most."""
    found = [error]
    seen = {id(error)}
    for current in found:
        inner = current.exceptions if isinstance(current, BaseExceptionGroup) else ()
        for other in (*inner, current.__cause__, current.__context__):
            if other is not None and id(other) not in seen and len(found) <= _MANY:
                seen.add(id(other))
                found.append(other)
    return found


def _tail(tb: TracebackType | None) -> TracebackType | None:
    """The traceback, or only its innermost entries when it is as deep as a runaway recursion."""
    found = steps(tb)
    return found[-_SHOWN] if len(found) > _DEEP else tb


def formatted(error: BaseException) -> str:
    """The whole traceback as text, cut at 10 000 characters."""
    try:
        summary = summarise(error)
        text = _plain(error) if summary is None else "".join(summary.format())
    except Exception:
        text = type_name(error)
    return cut(scrub(text.rstrip("\n")), 10_000)


def _plain(error: BaseException) -> str:
    """The traceback of the error alone."""
    walked = traceback.walk_tb(_tail(error.__traceback__))
    stack = traceback.StackSummary.extract(walked, lookup_lines=False)
    shown = [
        _without_source(frame) if _is_zipped(frame.filename) else frame
        for frame in stack
        if _is_shown(frame.filename, True)
    ]
    return "".join(traceback.format_list(shown)) + f"{type_name(error)}: {text_of(error)}"
