"""What the harness asks of the judge around a check and around each test."""

from __future__ import annotations

from .pristine import __builtins__

from typing import Any

from judge import evidence, failure, model, program

from .trial import Fault, Trial


def prepare(solution: str, reference: str | None) -> None:
    """Tells the judge the learner's program and the model solution. May raise SyntaxError."""
    program.set_solution(solution)
    model.set_reference(reference)


def begin() -> None:
    """A test begins: nothing of the last one is left."""
    evidence.reset()


def settle(trial: Trial) -> None:
    """Adds the failure that the learner's program met and swallowed, if there is one."""
    try:
        failure.settle()
    except failure.Failure as error:
        if not any(fault.error is error for fault in trial.faults):
            trial.faults.insert(0, Fault(error))


def evidence_of_test() -> list[dict[str, Any]]:
    """What the test measured."""
    return evidence.collect()


def peak() -> int | None:
    """The highest peak of memory that the test measured, in bytes."""
    return evidence.peak_bytes()
