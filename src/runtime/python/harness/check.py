"""`check`: every test of an exercise, each in a fresh namespace and under its own limits."""

from __future__ import annotations

from .pristine import __builtins__

import json
import warnings
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any

from . import bridge, constraint, hooks, judging, leftovers, modules, private, problem, shelf
from . import verdict
from .discovery import Case, Discovery
from .expected import Tests, described, take
from .frames import SOLUTION, TESTS
from .gauge import Gauge, Passed, Program
from .learner import LearnerSource
from .limits import Limits
from .stage import Ending, InSolution, InTests, Scene, Stage, Tampered
from .streams import Kept
from .text import rounded
from .trial import Runner, Trial

_dumps, _loads = json.dumps, json.loads
# After one endless loop the other tests get this part of the limits: they mostly loop as well.
_AFTER_STOP = 5
# What putting a failure into words may take at least.
_JUDGING_COST = 100_000_000
Report = dict[str, Any]
Announce = Callable[[dict[str, Any]], None]


def check(spec_json: str) -> str:
    """Checks a program against its exercise; the arguments and the answer are JSON text."""
    spec = _loads(spec_json)
    files = shelf.files_of(spec)
    tests = take(spec["tests"], shelf.modules_in(files))
    worker = bridge.connect()
    progress = worker.progress
    hidden = bridge.hide()
    limits = Limits(worker.budget, worker.cost, worker.reason, worker.now)
    judging.connect_threads(worker)
    stage = Stage(limits, bridge.facade(worker), worker.watch, untouched=True)
    try:
        session = Session(spec["code"], tests, spec["solution"], stage)
        skip = frozenset(spec["skip"])
        with shelf.laid_out(files):
            answer = session.report(
                lambda case: case.id not in skip,
                spec["limits"]["cost"],
                spec["limits"]["seconds"],
                lambda event: progress(encoded(event)),
                spec.get("constraints"),
                skip,
            )
        return encoded(answer)
    finally:
        stage.close()
        bridge.reveal(hidden)


def encoded(value: object) -> str:
    """JSON text, the same on every device."""
    return _dumps(value, ensure_ascii=False, separators=(",", ":"))


class Unfit(Exception):
    """No test can run; carries the report that says why."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


class Session:
    """One program and one exercise; runs the tests that it is asked for."""

    def __init__(self, code: str, tests: Tests, model: str | None, stage: Stage) -> None:
        self._code, self._tests, self._model = code, tests, model
        self._stage = stage
        doctest = private.doctest_for(code, tests.text)
        self._runner = Runner(private.unittest, doctest, model)
        self._discovery = Discovery(private.unittest, doctest)
        self._solution: CodeType
        self._learner: LearnerSource
        self._passed: list[Passed] = []

    def report(
        self,
        wanted: Callable[[Case], bool],
        cost: int,
        seconds: float,
        announce: Announce,
        constraints: constraint.Wanted | None = None,
        skip: frozenset[str] = frozenset(),
    ) -> Report:
        """The whole report, from a first look at the files to the last test."""
        try:
            self._compile()
            cases = self._discover(cost, seconds)
        except Unfit as unfit:
            return unfit.report
        hooks.settle()
        tests = self._all([case for case in cases if wanted(case)], cost, seconds, announce)
        if constraints:
            gauge = self._gauge(cost, seconds)
            tests += constraint.entries(constraints, skip, gauge, self._passed, announce)
        passed = all(test["status"] == "pass" for test in tests)
        return _report("pass" if passed else "fail", None, None, tests)

    def _compile(self) -> None:
        modules.remember_source(SOLUTION, self._code)
        modules.remember_source(TESTS, self._tests.text)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._compile_quietly()

    def _compile_quietly(self) -> None:
        try:
            self._solution = modules.compiled(self._code, SOLUTION)
            self._learner = LearnerSource(self._code)
        except Exception as error:
            raise Unfit(_unfit(problem.of_unreadable(error))) from None
        error = self._tests.error
        self._stage.given = self._tests.given
        try:
            judging.prepare(self._code, self._model)
        except SyntaxError as wrong:
            error = described(wrong)
        if error is not None:
            raise Unfit(_broken(error))

    def _discover(self, cost: int, seconds: float) -> list[Case]:
        """Loads both files once and lists the cases."""
        with self._stage.fresh(Kept(), cost, self._tests.source.aliases) as scene:
            found: list[Case] = []

            def look() -> None:
                self._load(scene)
                found.extend(self._discovery.cases(scene.tests, scene.solution))
                leftovers.sweep()

            ending = self._stage.attempt(look, cost, seconds)
            changed = self._stage.mend()
            if ending.error is not None or ending.stop is not None:
                report: list[Report] = []
                described = lambda: report.append(self._unloadable(ending))  # noqa: E731
                self._stage.attempt(described, cost, seconds)
                raise Unfit(report[0] if report else _broken("it does not load"))
            if changed is not None:
                raise Unfit(_unfit(problem.of_tampering(changed)))
        if not found:
            raise Unfit(_broken("there is not a single test in it"))
        return found

    def _load(self, scene: Scene) -> None:
        scene.load(self._solution, self._tests.code, share=not self._tests.source.imports_solution())

    def _unloadable(self, ending: Ending) -> Report:
        """Why the files do not load: mostly the learner's doing."""
        if ending.stop is not None:
            return _unfit(problem.of_stop(ending.stop))
        error = ending.error
        if isinstance(error, Tampered):
            return _unfit(problem.of_tampering(str(error)))
        if isinstance(error, InTests) and error.__cause__ is not None:
            cause = error.__cause__
            missing = problem.of_missing_name(cause, self._tests.source.names)
            told = missing or problem.of_error(cause)
            if missing is None and told["line"] is None:
                return _broken(f"{told['type']}: {told['text']}")
            return _unfit(told)
        cause = error.__cause__ if isinstance(error, InSolution) else error
        return _unfit(problem.of_error(cause or Exception()))

    def _all(
        self, cases: Sequence[Case], cost: int, seconds: float, announce: Announce
    ) -> list[Report]:
        reports: list[Report] = []
        part = 1
        for case in cases:
            announce({"start": {"id": case.id, "title": case.title, "aspect": case.aspect}})
            report, was_stopped = self._one(case, cost // part, seconds / part)
            announce({"end": report})
            reports.append(report)
            if was_stopped:
                part = _AFTER_STOP
        return reports

    def _one(self, case: Case, cost: int, seconds: float) -> tuple[Report, bool]:
        kept = Kept()
        trials: list[Trial] = []
        spent = [0, 0]
        clock = self._stage.limits.cost
        loaded = modules.count()
        with self._stage.fresh(kept, cost, self._tests.source.aliases) as scene:

            def work() -> None:
                self._load(scene)
                spent[0] = clock()
                try:
                    trials.append(self._runner.run(case, scene.tests, scene.solution))
                finally:
                    spent[1] = clock()
                judging.settle(trials[0])
                leftovers.sweep()

            ending = self._stage.attempt(work, cost, seconds)
            if ending.stop is not None:
                self._stage.attempt(leftovers.sweep, cost // _AFTER_STOP, seconds / _AFTER_STOP)
            changed = self._stage.mend()
            output = kept.text
            found = self._judge(ending, changed, trials, cost, seconds)
            peak = judging.peak()
            evidence = judging.evidence_of_test()
        used = spent[1] - spent[0] if spent[1] else 0
        report = verdict.report(case, found, output, rounded(used), peak, evidence)
        if found.status == "pass":
            has_imported = modules.count() > loaded
            self._passed.append(Passed(case, used, evidence, has_imported))
        return report, ending.stop is not None

    def _gauge(self, cost: int, seconds: float) -> Gauge:
        mine = Program(self._solution, self._code)
        model = self._model and Program(modules.compiled(self._model, SOLUTION), self._model)
        source, tests = self._tests.source, self._tests.code
        return Gauge(self._stage, self._runner, source, tests, mine, model or None, cost, seconds)

    def _judge(
        self, ending: Ending, changed: str | None, trials: list[Trial], cost: int, seconds: float
    ) -> verdict.Verdict:
        """What the ending means. Values are shown here, so the program's `__repr__` runs again."""
        if ending.stop is not None:
            return verdict.stopped(ending.stop)
        if changed is not None:
            return verdict.tampered(changed)
        found: list[verdict.Verdict] = []

        def judge() -> None:
            if ending.error is not None:
                cause = ending.error.__cause__ if _is_loading(ending.error) else ending.error
                found.append(verdict.ended(cause or ending.error))
            else:
                found.append(verdict.of_trial(trials[0], self._tests.source, self._learner))

        told = self._stage.attempt(judge, max(cost, _JUDGING_COST), seconds)
        if found:
            return found[0]
        if told.stop is not None:
            return verdict.stopped(told.stop)
        return verdict.Verdict("error", message="The test failed, with an error that hides itself.")


def _is_loading(error: BaseException) -> bool:
    return isinstance(error, InSolution | InTests)


def _report(
    status: str, message: str | None, told: dict[str, Any] | None, tests: list[Report]
) -> Report:
    return {
        "version": 1,
        "status": status,
        "message": message,
        "problem": told,
        "tests": tests,
    }


def _unfit(told: dict[str, Any]) -> Report:
    """The learner's file stands in the way of every test."""
    return _report("error", told["explanation"], told, [])


def _broken(why: str) -> Report:
    """The exercise is at fault."""
    message = f"This exercise is broken, not your program: its tests cannot be run ({why})."
    return _report("error", message, None, [])
