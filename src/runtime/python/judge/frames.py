"""Finding the learner's own line among all the frames that are not theirs."""

from .pristine import __builtins__

from sys import _getframe
from types import FrameType, TracebackType

SOLUTION = "solution.py"
TESTS = "tests.py"
REFERENCE = "reference.py"


def learner_line(frame: FrameType | None = None) -> int | None:
    """The innermost line of ``solution.py`` on the stack, from `frame` or the caller; or None."""
    at = frame if frame is not None else _getframe(1)
    while at is not None:
        if at.f_code.co_filename == SOLUTION:
            return at.f_lineno
        at = at.f_back
    return None


def tests_line(frame: FrameType) -> int | None:
    """The innermost line of ``tests.py`` on the stack, from `frame`; or None."""
    at: FrameType | None = frame
    while at is not None:
        if at.f_code.co_filename == TESTS:
            return at.f_lineno
        at = at.f_back
    return None


def origin_line(origin: tuple[tuple[str, int, str], ...] | None) -> int | None:
    """The learner's line in a coroutine's ``cr_origin`` (innermost first), or None.

    A frame of the tests ends the search: a coroutine that a test made is not the learner's.
    """
    for filename, line, _ in origin or ():
        if filename == SOLUTION:
            return line
        if filename == TESTS:
            return None
    return None


def traceback_line(traceback: TracebackType | None) -> int | None:
    """The innermost line of ``solution.py`` in a traceback, or None."""
    found = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == SOLUTION:
            found = traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def awaited_line(awaitable: object) -> int | None:
    """The innermost line of ``solution.py`` at which a suspended coroutine waits, or None."""
    found = None
    for frame in suspended(awaitable):
        if frame.f_code.co_filename == SOLUTION:
            found = frame.f_lineno
    return found


def suspended(awaitable: object) -> list[FrameType]:
    """Frames of a suspended coroutine, async generator or generator, outermost first."""
    frames: list[FrameType] = []
    while awaitable is not None and len(frames) < 1000:
        for prefix in ("cr", "ag", "gi"):
            frame = getattr(awaitable, prefix + "_frame", None)
            if frame is not None:
                frames.append(frame)
                break
        else:
            break
        inner = "gi_yieldfrom" if prefix == "gi" else prefix + "_await"
        awaitable = getattr(awaitable, inner, None)
    return frames
