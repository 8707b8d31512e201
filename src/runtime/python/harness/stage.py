"""A fresh namespace for one test: modules, streams and hooks set up, and put back afterwards."""

from __future__ import annotations

from .pristine import __builtins__

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import CodeType, ModuleType

from . import exits, inspection, judging, leftovers, modules, private
from .assertion import FAILED, failed
from .frames import SOLUTION, TESTS
from .given import Given
from .guard import Guard, Watch
from .hooks import Hooks
from .limits import Limits, Stop
from .pytestlike import PYTEST
from .streams import Kept


@dataclass(frozen=True)
class Ending:
    """How a piece of foreign work ended: normally, with an error, or stopped."""

    error: BaseException | None
    stop: Stop | None


_ahead: list[tuple[Guard, Hooks]] = []


def set_up() -> None:
    """Remembers what there is, for the `Stage` of this interpreter; before any program runs."""
    _ahead[:] = [_remember(untouched=True)]


def _remember(untouched: bool) -> tuple[Guard, Hooks]:
    return Guard(private.ALL, untouched), Hooks()


class Stage:
    """Where programs are tried out, on virtual time; one object a check, closed at its end."""

    def __init__(
        self, limits: Limits, facade: ModuleType, watch: Watch, untouched: bool
    ) -> None:
        """`untouched`: no program has run in this interpreter yet."""
        self.limits, self._facade = limits, facade
        self.given = Given({})
        judging.install_clock()
        judging.lend(self._part)
        judging.use_virtual_time()
        ready = _ahead.pop() if untouched and _ahead else _remember(untouched)
        self._guard, self._hooks = ready
        self._guard.go_on_duty(watch, facade)

    def close(self) -> None:
        """Leaves virtual time."""
        judging.lend(None)
        judging.uninstall_clock()

    @contextmanager
    def fresh(self, kept: Kept, cost: int, aliases: Iterable[str]) -> Iterator[Scene]:
        """New modules for a test that may take so many steps; what they print goes to `kept`.

        The tests find the learner's module under its own name and under `aliases`.
        """
        solution = modules.new_module("solution", SOLUTION)
        tests = modules.new_module("tests", TESTS)
        learners = dict.fromkeys(("solution", *aliases), solution)
        ours = {**private.UNITTEST, "pytest": PYTEST, **learners}
        tests.__dict__["__builtins__"] = modules.private_builtins(ours, {FAILED: failed})
        self._hooks.seed()
        exits.reset()
        sys.stdout, sys.stderr, sys.stdin = kept.stdout, kept.stderr, io.StringIO()
        try:
            own = {**learners, **inspection.as_imported(aliases), "tests": tests}
            with modules.table(**own, _dryrun=self._facade):
                self.given.install()
                judging.begin(cost)
                yield Scene(self, solution, tests)
        finally:
            judging.clear_threads(gently=False)
            self._guard.mend()
            stubborn = leftovers.keep()
            self._hooks.reset()
            if not stubborn:
                leftovers.forget(solution.__dict__, tests.__dict__)

    def attempt(self, work: Callable[[], object], cost: int, seconds: float) -> Ending:
        """Runs foreign code under limits; whatever it does comes back as an `Ending`."""
        error: BaseException | None = None
        try:
            with self.limits.within(cost, seconds):
                work()
        except BaseException as caught:
            error = caught
        self._hooks.quiet()
        stop = self.limits.stop
        return Ending(None if stop else error, stop)

    def _part(self, work: Callable[[], object], cost: int) -> judging.Ending:
        """Inside `attempt`: a run that ends alone, after which everything is as it was before."""
        self.given.forget()
        try:
            stop = self.limits.part(work, cost)
        finally:
            self._hooks.quiet()
            changed = self._guard.mend()
            self.given.forget()
            judging.leave_loop()
        return judging.Ending(stop is not None, stop and stop.line, changed)

    def mend(self) -> str | None:
        """Puts back what the judge relies on; returns its name if the program replaced it."""
        return self._guard.mend()


@dataclass(frozen=True)
class Scene:
    """The two modules of one test."""

    stage: Stage
    solution: ModuleType
    tests: ModuleType

    def load(self, solution: CodeType, tests: CodeType, share: bool) -> None:
        """Executes the learner's file, then the tests' file; `share` lends it the learner's names.

        Raises `Tampered` in between when the first replaced what the second needs, `InSolution`
        or `InTests` around anything that either raises.
        """
        try:
            modules.execute(solution, self.solution)
        except Exception as error:
            raise InSolution from error
        changed = self.stage.mend()
        if changed is not None:
            raise Tampered(changed)
        if share:
            own = self.solution.__dict__.items()
            self.tests.__dict__.update((n, x) for n, x in own if not n.startswith("_"))
        try:
            modules.execute(tests, self.tests)
        except Exception as error:
            raise InTests from error


class Tampered(Exception):
    """The program replaced something; the argument is its name."""


class InSolution(Exception):
    """The learner's file did not load; see `__cause__`."""


class InTests(Exception):
    """The tests' file did not load; see `__cause__`."""
