"""Runs of the learner's tests, kept apart: nothing that one does reaches the next."""

from .pristine import __builtins__

import io
import os
import sys
from collections.abc import Callable
from random import getstate, seed, setstate
from typing import NamedTuple

from . import evidence, failure, journal as _journal
from .journal import Journal

_SEED = 20_260_101


class Ending(NamedTuple):
    """How a run ended, beside what it did itself."""

    stopped: bool = False
    """Whether it reached the limit of this one run."""
    line: int | None = None
    """The learner's line at which it was stopped."""
    replaced: str | None = None
    """What it left replaced in Python itself, for example ``time.time``; it is put back."""
    output: str = ""
    waited: float = 0.0
    """Virtual seconds that passed."""


Part = Callable[[Callable[[], object], int], Ending]


def _alone(work: Callable[[], object], _cost: int) -> Ending:
    """Outside of Dry Run nothing can stop a run."""
    work()
    return Ending()


class _Lent:
    part: Part = staticmethod(_alone)


_lent = _Lent()


def lend(part: Part | None) -> None:
    """Give the judge a way to run work within so many steps, with patched modules put back."""
    _lent.part = part or _alone


def isolated(work: Callable[[], object], cost: int) -> Ending:
    """Run ``work()`` with its own output and chance, in at most `cost` steps."""
    kept = io.StringIO()
    streams = sys.stdout, sys.stderr
    chance, environment = getstate(), dict(os.environ)
    journal = Journal()
    before = _journal.use(journal)
    sys.stdout = sys.stderr = kept
    seed(_SEED)
    try:
        with evidence.aside(), failure.aside():
            ending = _lent.part(work, cost)
    finally:
        sys.stdout, sys.stderr = streams
        journal.silence()
        _journal.use(before)
        setstate(chance)
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)
    return ending._replace(output=kept.getvalue(), waited=round(journal.now, 9))
