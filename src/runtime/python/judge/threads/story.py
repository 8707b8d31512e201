"""A schedule that broke a program, as a sentence for the learner and as evidence to draw."""

from ..pristine import __builtins__

import re
from typing import Any

from ..failure import Failure
from ..frames import traceback_line
from ..program import line_text, quoted
from ..wording import capital, count, show
from . import updates
from .notes import Notes, Step
from .trial import Trouble
from .words import title

_TOLD = 5
_DIFFERS = re.compile(r"(?:\w+ differ: )?(.+?) != (.+?)(?: : (.*))?$")


def good(names: list[str], tried: int, seed: int) -> dict[str, Any]:
    """Evidence of a program that no schedule broke."""
    text = f"{capital(count(tried, 'schedule'))} of {_listed(names)} tried; none broke anything."
    return {
        "kind": "interleaving", "text": text, "seed": seed, "threads": names, "steps": [],
        "waits": [],
    }  # fmt: skip


def bad(
    trouble: Trouble, notes: Notes, names: list[str], seed: int, tried: int
) -> dict[str, Any]:
    """Evidence of one that did."""
    others = {title(step.strand): None for step in notes.steps}
    return {
        "kind": "interleaving",
        "text": f"Schedule {seed}: {_course(notes.steps)} {_what(trouble)[0]}",
        "seed": seed,
        "threads": list(dict.fromkeys([*names, *others])),
        "steps": notes.evidence(),
        "waits": trouble.waits,
    }


def failure(trouble: Trouble, notes: Notes, seed: int, tried: int) -> Failure:
    """What is said of it."""
    what, line, expected, actual = _what(trouble)
    found = updates.lost(notes.steps) if trouble.kind in ("check", "error") else None
    steps = _course(notes.steps)
    why = "" if found is None else f" {found.sentence}"
    if found is not None:
        line = line or found.line
    elif line is None:
        line = _turning_point(notes.steps)
    lead = "Your threads do not always get along" if len(notes.steps) else "Your program fails"
    return Failure(
        f"{lead}: schedule {seed} of those that were tried goes wrong. {steps} {what}{why}",
        line=line,
        expected=expected,
        actual=actual,
    )


def _what(trouble: Trouble) -> tuple[str, int | None, str | None, str | None]:
    """How it ended: in words, with a line, with what was expected and what was there."""
    error = trouble.error
    match trouble.kind:
        case "deadlock":
            line = getattr(error, "line", None)
            return str(error), line, "threads that all end", "threads that wait for ever"
        case "held":
            assert trouble.strand is not None
            line = trouble.lock.line
            where = f", which it took on {quoted(line)}" if line is not None else ""
            text = f"Then {title(trouble.strand)} has ended and still holds a lock{where}."
            return text, line, "every lock released", "a lock held at the end"
        case "error":
            assert trouble.strand is not None and error is not None
            line = traceback_line(error.__traceback__)
            where = f" on {quoted(line)}" if line is not None else ""
            text = f"Then {title(trouble.strand)} raises {show(error)}{where}."
            return text, line, "threads that end without an error", show(error)
        case _:
            assert error is not None
            return _of_check(error)


def _of_check(error: BaseException) -> tuple[str, int | None, str | None, str | None]:
    line = traceback_line(error.__traceback__)
    if isinstance(error, Failure):
        return f"Then: {error}", error.line or line, error.expected, error.actual
    if not isinstance(error, AssertionError):
        return f"Then {show(error)} is raised.", line, None, show(error)
    values = getattr(error, "values", ())
    note = getattr(error, "message", None)
    if len(values) == 2 and getattr(error, "operator", "") == "Eq":
        actual, expected = show(values[0]), show(values[1])
    elif match := _DIFFERS.match(str(error).partition("\n")[0]):
        actual, expected, note = match[1].strip(), match[2].strip(), match[3]
    else:
        return f"Then this does not hold: {error or 'the check'}.", line, None, None
    about = f"{capital(str(note).rstrip('.'))}: " if note else ""
    return f"{about}{expected} was expected at the end, and there is {actual}.", line, expected, actual


def _course(steps: list[Step]) -> str:
    """Who ran which lines, in turn; only the end where that is long."""
    if not steps:
        return ""
    runs: list[list[Step]] = []
    for step in steps:
        if runs and runs[-1][-1].strand is step.strand:
            runs[-1].append(step)
        else:
            runs.append([step])
    told = [_run(run) for run in runs[-_TOLD:]]
    before = "" if len(runs) <= _TOLD else f"After {count(len(runs) - _TOLD, 'turn')}: "
    return f"{before}{capital('; '.join(told)) if not before else '; '.join(told)}."


def _run(run: list[Step]) -> str:
    name, last = title(run[0].strand), run[-1]
    note = f" and {last.note}" if last.note and not last.is_rest else ""
    lines = [step.line for step in run]
    again = len(run) - 1 if len(set(lines)) == 1 else 0
    if run[0].is_rest:
        if len(run) == 1:
            return f"{name} finishes line {last.line} (`{line_text(last.line)}`)"
        more = f"runs it {count(again, 'time')} more" if again else f"runs to line {last.line}"
        return f"{name} finishes line {lines[0]} and {more}{note}"
    where = f"line {lines[0]}" if len(set(lines)) == 1 else f"lines {_ranges(lines)}"
    often = f" {count(again + 1, 'time')}" if again else ""
    return f"{name} runs {where} (`{line_text(last.line)}`){often}{note}"


def _ranges(lines: list[int]) -> str:
    short = [str(line) for line in dict.fromkeys(lines)]
    return ", ".join(short) if len(short) <= 6 else ", ".join([*short[:3], "…", *short[-2:]])


def _turning_point(steps: list[Step]) -> int | None:
    """The line after which a thread was interrupted, or the last one."""
    cut = [step.line for step in steps if step.note and "interrupted" in step.note]
    return cut[0] if cut else steps[-1].line if steps else None


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
