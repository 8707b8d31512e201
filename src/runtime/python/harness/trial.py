"""Runs one case and notes what happened, without a judgement."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from . import frames
from .discovery import Case, Discovery, candidate
from .fixtures import BUILT_IN, Setting
from .pytestlike import CASES

_exception = sys.exception


@dataclass
class Fault:
    """One failure: an assertion that does not hold, or an exception. `part` names a subTest.

    `variables` are those of the test's function at that moment: a loop goes on afterwards.
    """

    error: BaseException
    part: str | None = None
    variables: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        step = frames.innermost(self.error.__traceback__, frames.TESTS)
        self.variables = {} if step is None else dict(step.tb_frame.f_locals)


@dataclass
class Trial:
    """What one case did."""

    faults: list[Fault] = field(default_factory=list)
    skipped: str | None = None
    unexpected: bool = False

    def skip(self, reason: str, error: BaseException | None) -> None:
        """The test is skipped, which only the tests may say."""
        if error is not None and frames.is_of_program(error):
            self.faults.append(Fault(error))
        else:
            self.skipped = reason


class _Recorder:
    """The part of `unittest.TestResult` that `TestCase.run` needs."""

    failfast = False
    shouldStop = False

    def __init__(self, trial: Trial) -> None:
        self._trial = trial

    def startTest(self, test: object) -> None: ...

    def stopTest(self, test: object) -> None: ...

    def addSuccess(self, test: object) -> None: ...

    def addDuration(self, test: object, elapsed: float) -> None: ...

    def addError(self, test: object, info: Any) -> None:
        self._trial.faults.append(Fault(info[1]))

    def addFailure(self, test: object, info: Any) -> None:
        self._trial.faults.append(Fault(info[1]))

    def addSkip(self, test: object, reason: str) -> None:
        self._trial.skip(reason, _exception())

    def addExpectedFailure(self, test: object, info: Any) -> None: ...

    def addUnexpectedSuccess(self, test: object) -> None:
        self._trial.unexpected = True

    def addSubTest(self, test: object, subtest: Any, info: Any) -> None:
        if info is not None:
            self._trial.faults.append(Fault(info[1], _part(subtest)))


def _part(subtest: Any) -> str:
    text = str(subtest._subDescription())
    return text.removeprefix("(").removesuffix(")") if text.startswith("(") else text


class Runner:
    """Runs cases of freshly executed modules, with our own instances of unittest and doctest."""

    def __init__(self, unittest: ModuleType, doctest: Any, model: str | None) -> None:
        self._case_module = unittest.case  # type: ignore[attr-defined]
        self._doctest = doctest
        self._discovery = Discovery(unittest, doctest)
        self._model = model

    def run(self, case: Case, tests: ModuleType, solution: ModuleType) -> Trial:
        """Everything but a stop and what the program does to end itself is noted in the trial."""
        trial = Trial()
        try:
            if case.kind == "method":
                self._method(case, tests, trial)
            elif case.kind == "function":
                self._function(case, tests, solution, trial)
            elif case.kind == "pytest":
                self._in_setting(case, tests, solution, trial)
            else:
                module = tests if case.owner == frames.TESTS else solution
                self._examples(case, module, trial)
        except self._case_module.SkipTest as skip:
            trial.skip(str(skip), skip)
        except Exception as error:
            trial.faults.append(Fault(error))
        return trial

    def _method(self, case: Case, tests: ModuleType, trial: Trial) -> None:
        owner = getattr(tests, case.owner)
        test = owner(case.name)
        owner_skipped = getattr(owner, "__unittest_skip__", False)
        try:
            _call(tests, "setUpModule")
            if not owner_skipped:
                owner.setUpClass()
            test.run(_Recorder(trial))
            if not owner_skipped:
                owner.tearDownClass()
            _call(tests, "tearDownModule")
        finally:
            owner.doClassCleanups()
            trial.faults += [Fault(info[1]) for info in getattr(owner, "tearDown_exceptions", ())]
            self._case_module.doModuleCleanups()

    def _function(self, case: Case, tests: ModuleType, solution: ModuleType, trial: Trial) -> None:
        function = getattr(tests, case.name)
        self._check_skipped(function)
        self._call(case, function, lambda name: self._candidate(case, name, tests, solution), trial)

    def _in_setting(
        self, case: Case, tests: ModuleType, solution: ModuleType, trial: Trial
    ) -> None:
        owner = getattr(tests, case.owner) if case.owner else None
        self._check_skipped(owner)
        setting = Setting(tests, owner, case.name)
        self._check_skipped(setting.function)

        def value(name: str) -> Any:
            if setting.has(name):
                return setting.value(name)
            return self._candidate(case, name, tests, solution)

        with setting:
            self._call(case, setting.function, value, trial)

    def _check_skipped(self, marked: object) -> None:
        if getattr(marked, "__unittest_skip__", False):
            raise self._case_module.SkipTest(marked.__unittest_skip_why__)  # type: ignore[attr-defined]

    def _call(
        self, case: Case, function: Any, value: Callable[[str], Any], trial: Trial
    ) -> None:
        given = getattr(function, CASES, [{}])[case.number]
        arguments = []
        for parameter in inspect.signature(function).parameters.values():
            if parameter.name in given:
                continue
            if parameter.default is parameter.empty and parameter.kind < parameter.VAR_POSITIONAL:
                arguments.append(value(parameter.name))
        expected = getattr(function, "__unittest_expecting_failure__", False)
        try:
            result = function(*arguments, **given)
            if inspect.iscoroutine(result):
                asyncio.run(result)
        except self._case_module.SkipTest:
            raise
        except Exception:
            if not expected:
                raise
        else:
            trial.unexpected = expected

    def _candidate(self, case: Case, name: str, tests: ModuleType, solution: ModuleType) -> Any:
        if name in BUILT_IN:
            raise NotImplementedError(f"pytest's {name} is not supported")
        found = candidate(tests, solution, self._model, name)
        if found is None:
            raise MissingFunction(f"{case.name}() needs a function to check")
        return found

    def _examples(self, case: Case, module: ModuleType, trial: Trial) -> None:
        for test in self._discovery.examples(module):
            if test.name == case.name:
                runner = _examples_runner(self._doctest, trial)
                runner.run(test, out=lambda _text: None, clear_globs=False)


class MissingFunction(Exception):
    """The learner's file defines no function at all."""


class ExampleFault(AssertionError):
    """An example of a docstring that printed something else, or raised (`cause`)."""

    def __init__(self, source: str, line: int, want: str, got: str) -> None:
        super().__init__(f"{source} printed {got}, expected {want}")
        self.source, self.line, self.want, self.got = source, line, want, got


def _examples_runner(doctest: Any, trial: Trial) -> Any:
    class ExamplesRunner(doctest.DocTestRunner):  # type: ignore[misc,name-defined]
        def report_failure(self, out: object, test: Any, example: Any, got: str) -> None:
            self._note(test, example, got, None)

        def report_unexpected_exception(
            self, out: object, test: Any, example: Any, info: Any
        ) -> None:
            self._note(test, example, "", info[1])

        def report_start(self, out: object, test: Any, example: Any) -> None: ...

        def report_success(self, out: object, test: Any, example: Any, got: str) -> None: ...

        def _note(self, test: Any, example: Any, got: str, cause: BaseException | None) -> None:
            line = (test.lineno or 0) + example.lineno + 1
            fault = ExampleFault(example.source.strip(), line, example.want.strip(), got.strip())
            fault.__cause__ = cause
            trial.faults.append(Fault(fault))

    return ExamplesRunner(verbose=False)


def _call(module: ModuleType, name: str) -> None:
    function = getattr(module, name, None)
    if function is not None:
        function()
