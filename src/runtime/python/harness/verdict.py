"""A trial's outcome as a `TestReport` of report.ts."""

from __future__ import annotations

from .pristine import __builtins__

import re
from dataclasses import dataclass
from typing import Any

from . import explanation, frames, problem
from .discovery import Case
from .learner import LearnerSource
from .limits import Stop
from .sentences import phrase
from .testsource import TestSource
from .text import REPR_LIMIT, cut, one_line, scrub, text_of, type_name
from .trial import ExampleFault, Fault, MissingFunction, Trial

TestReport = dict[str, Any]


@dataclass
class Verdict:
    """The part of a report that says how a test went."""

    status: str
    line: int | None = None
    message: str | None = None
    expected: str | None = None
    actual: str | None = None
    traceback: str | None = None


def report(
    case: Case,
    verdict: Verdict,
    output: str,
    cost: int,
    peak: int | None,
    evidence: list[dict[str, Any]],
) -> TestReport:
    """A report with its keys in the order of the contract."""
    return {
        "id": case.id,
        "title": case.title,
        "status": verdict.status,
        "aspect": case.aspect,
        "line": verdict.line,
        "message": None if verdict.message is None else scrub(verdict.message),
        "expected": _short(verdict.expected),
        "actual": _short(verdict.actual),
        "output": scrub(output),
        "cost": cost,
        "peakBytes": peak,
        "evidence": evidence,
        "traceback": verdict.traceback,
    }


def _short(text: str | None) -> str | None:
    return None if text is None else cut(scrub(str(text)), REPR_LIMIT)


def stopped(stop: Stop) -> Verdict:
    """A test that had to be stopped."""
    told = problem.of_stop(stop)
    return Verdict("error", stop.line, stop.sentence, traceback=told["traceback"])


def tampered(name: str) -> Verdict:
    """A program that changed what the judge relies on."""
    return Verdict("error", message=problem.of_tampering(name)["explanation"])


def ended(error: BaseException) -> Verdict:
    """A program that ended itself, or raised what passes through every handler."""
    told = problem.of_error(error)
    return Verdict("error", told["line"], told["explanation"], traceback=told["traceback"])


def of_trial(trial: Trial, source: TestSource, learner: LearnerSource) -> Verdict:
    """Passed, or the first failure with all failing parts in its message."""
    if trial.unexpected:
        return Verdict("fail", message="This test was expected to fail, and it passes.")
    if not trial.faults:
        return Verdict("pass")
    verdicts = [_of_fault(fault, source, learner) for fault in trial.faults]
    first = verdicts[0]
    parts = [
        f"{fault.part}: {verdict.message}" if fault.part else str(verdict.message)
        for fault, verdict in zip(trial.faults, verdicts)
    ]
    if len(parts) > 1:
        shown = [f"- {part}" for part in parts[:5]]
        if len(parts) > 5:
            shown.append(f"- … and {len(parts) - 5} more")
        first.message = f"{len(parts)} cases fail:\n" + "\n".join(shown)
    else:
        first.message = parts[0]
    return first


def _of_fault(fault: Fault, source: TestSource, learner: LearnerSource) -> Verdict:
    error = fault.error
    if isinstance(error, ExampleFault):
        return _of_example(error)
    if isinstance(error, MissingFunction):
        return Verdict("error", message="Your program defines no function for the test to call.")
    if isinstance(error, AssertionError):
        verdict = _of_assertion(error, fault, source)
        if verdict is not None:
            return verdict
    return _of_error(error, source, learner)


def _of_assertion(error: AssertionError, fault: Fault, source: TestSource) -> Verdict | None:
    line = getattr(error, "line", None)
    own_line, _ = frames.learner_place(error)
    traceback = frames.formatted(error)
    if hasattr(error, "expected") and hasattr(error, "actual"):
        line = line if isinstance(line, int) else own_line
        message = text_of(error)
        return Verdict("fail", line, message, error.expected, error.actual, traceback)
    told = phrase(error, fault.variables, source)
    if told is not None:
        return Verdict("fail", own_line, told.message, told.expected, told.actual, traceback)
    called = frames.innermost(error.__traceback__, frames.SOLUTION)
    if called is None or frames.is_of_tests(error):
        text = text_of(error) or "The test failed."
        line = None if called is None else called.tb_lineno
        return Verdict("fail", line, text, traceback=traceback)
    return None


def _of_error(error: BaseException, source: TestSource, learner: LearnerSource) -> Verdict:
    told = problem.of_error(error)
    line, message = told["line"], told["explanation"]
    step = frames.innermost(error.__traceback__, frames.TESTS)
    named, explained = explanation.named(error, told["text"]), explanation.explains(message)
    if line is None:
        called = source.statement_at(step.tb_lineno) if step is not None else ""
        where = f"The test's line `{called}`" if called else "The test"
        message = f"{where} raised {named} {message}" if explained else f"{where} raised {named}"
        misused = _CALL.match(told["text"])
        line = learner.line_of(misused[1]) if misused else None
    expected = source.expected_exception(step.tb_lineno) if step is not None else None
    verdict = Verdict("error", line, message, traceback=told["traceback"])
    if expected is not None:
        if told["line"] is not None and explained:
            message = f"{type_name(error)} was raised. {message}"
        else:
            message = message[0].lower() + message[1:]
        verdict.message = f"Expected {expected}, but {message}"
        verdict.expected = expected
        verdict.actual = f"{type_name(error)}: {told['text']}" if told["text"] else type_name(error)
    return verdict


_CALL = re.compile(r"(\S+)\(\) (?:missing|takes|got)\b")


def _of_example(fault: ExampleFault) -> Verdict:
    cause = fault.__cause__
    call = cut(one_line(fault.source), 200)
    if cause is not None:
        told = problem.of_error(cause)
        line = told["line"]
        message = f"The example `{call}` raised {explanation.named(cause, told['text'])}"
        if explanation.explains(told["explanation"]):
            message = f"The example `{call}` raised {type_name(cause)}. {told['explanation']}"
        return Verdict("error", line, message, fault.want, None, told["traceback"])
    got = cut(fault.got, 200) or "nothing"
    message = f"The example `{call}` printed {got}, expected {cut(fault.want, 200) or 'nothing'}."
    return Verdict("fail", fault.line, message, fault.want, fault.got, message)
