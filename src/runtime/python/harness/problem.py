"""An error in the learner's program, told in the learner's words (`Problem` in report.ts)."""

from __future__ import annotations

from .pristine import __builtins__

import linecache
import re
from typing import Any

from . import explanation, frames, syntax
from .limits import Stop
from .text import one_line, scrub, text_of, type_name

Problem = dict[str, Any]


def make(
    kind: str, text: str, sentence: str, line: int | None, column: int | None, traceback: str
) -> Problem:
    """A problem with its keys in the order of the contract."""
    return {
        "type": kind,
        "text": text,
        "explanation": sentence,
        "line": line,
        "column": column,
        "traceback": traceback,
    }


def of_error(error: BaseException) -> Problem:
    """The problem that an exception is."""
    if isinstance(error, SyntaxError) and error.filename == frames.SOLUTION:
        return of_syntax(error)
    text = own_text(error)
    line, column = frames.learner_place(error)
    sentence = scrub(_sentence(error, text))
    return make(_kind(error), one_line(text), sentence, line, column, frames.formatted(error))


def of_syntax(error: SyntaxError) -> Problem:
    """The problem of a program that cannot be compiled."""
    column = error.offset if error.offset and error.offset > 0 else None
    formatted = frames.formatted(error.with_traceback(None))
    kind, text = type_name(error), one_line(error.msg or "")
    return make(kind, text, syntax.explain(error), error.lineno, column, formatted)


def of_unreadable(error: Exception) -> Problem:
    """The problem of a program that the compiler gives up on, for whatever reason."""
    if isinstance(error, SyntaxError):
        return of_syntax(error)
    if isinstance(error, RecursionError | MemoryError):
        sentence = "The program is nested too deeply for Python to read. Split it up."
    else:
        sentence = "Python cannot read this text: it holds characters that no program may hold."
    return make(type_name(error), one_line(text_of(error)), sentence, None, None, type_name(error))


def of_stop(stop: Stop) -> Problem:
    """The problem of a program that had to be stopped."""
    traceback = stop.sentence
    if stop.line is not None:
        traceback = f'  File "{frames.SOLUTION}", line {stop.line}\n'
        traceback += linecache.getline(frames.SOLUTION, stop.line).strip().join(("    ", "\n"))
        traceback += stop.sentence
    return make("Stopped", f"stopped after {stop.limit}", stop.sentence, stop.line, None, traceback)


def of_tampering(name: str) -> Problem:
    """The problem of a program that replaced what the judge relies on."""
    sentence = f"Your program replaced {name}. Put it back: the judge needs it."
    return make("Tampering", f"{name} was replaced", sentence, None, None, sentence)


def of_missing_name(error: BaseException, imported: set[str]) -> Problem | None:
    """The problem that the tests import a name which the learner's file does not define.

    `imported` are all that they import from there.
    """
    match = None
    # Tests from elsewhere catch the error and raise their own.
    cause: BaseException | None = error
    while match is None:
        if not isinstance(cause, ImportError):
            return None
        match = _MISSING_NAME.search(own_text(cause))
        cause = cause.__cause__ or cause.__context__
    is_near = match[2] and match[2] not in imported
    near = f" Did you mean to call your `{match[2]}` so?" if is_near else ""
    sentence = f"The tests need `{match[1]}`, and your program does not define it.{near}"
    text = f"{match[1]} is not defined"
    return make(type_name(error), text, sentence, None, None, frames.formatted(error))


_MISSING_NAME = re.compile(
    r"cannot import name '(.+?)' from '(?:solution)'[^?]*?(?:Did you mean: '(.+?)'\?)?$"
)


def own_text(error: BaseException) -> str:
    """The exception's own text, with the suggestion that Python adds to it."""
    try:
        summary = frames.summarise(error)
    except Exception:
        summary = None
    return text_of(error) if summary is None else scrub(str(summary))


def _kind(error: BaseException) -> str:
    return "Exit" if isinstance(error, SystemExit) else type_name(error)


def _sentence(error: BaseException, text: str) -> str:
    if _raised_by_learner(error):
        return explanation.raised(error, one_line(text))
    return explanation.explain(error, text)


def _raised_by_learner(error: BaseException) -> bool:
    """Whether the learner's own `raise` made it: then Python's texts do not explain it."""
    if isinstance(error, NotImplementedError | SystemExit | KeyboardInterrupt | BaseExceptionGroup):
        return False
    steps = frames.steps(error.__traceback__)
    if not steps or steps[-1].tb_frame.f_code.co_filename != frames.SOLUTION:
        return False
    source = linecache.getline(frames.SOLUTION, steps[-1].tb_lineno).strip()
    return source.startswith("raise ") and "Stop" not in type_name(error)
