"""The learner's program as a suite of tests, run against one implementation at a time."""

from .pristine import __builtins__

import ast
import asyncio
import inspect
import sys
import unittest
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FunctionType, ModuleType, TracebackType
from typing import Any

from .asserting import TestText
from .frames import SOLUTION, traceback_line
from .isolation import Ending, isolated
from .program import line_text

LOADING = "the import"
_getcoroutine = inspect.iscoroutine
_execute = exec


@dataclass(frozen=True)
class Fault:
    """Why a test failed: what it said, and the learner's line."""

    told: str
    line: int | None


@dataclass
class Outcome:
    """One run of all tests. `faults` by test; a test that did not end has one as well."""

    names: list[str] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    ending: Ending = Ending()
    cost: int = 0
    replaced: list[str] = field(default_factory=list)
    """Names of the module under test that were left replaced."""

    @property
    def stopped(self) -> bool:
        """Whether a test had to be stopped."""
        return self.ending.stopped

    def passed(self) -> set[str]:
        """The tests that passed."""
        return {name for name in self.names if name not in self.faults}


class Suite:
    """The learner's tests. Raises SyntaxError when they cannot be read."""

    def __init__(self, source: str, module: str) -> None:
        self.module = module
        tree = ast.parse(source, SOLUTION)
        self.text = TestText(tree)
        self._code: CodeType = compile(source, SOLUTION, "exec", dont_inherit=True)

    def run(self, implementation: str, cost: int) -> Outcome:
        """Run the tests with the module under test made from this source."""
        outcome = Outcome()
        code = compile(implementation, f"{self.module}.py", "exec", dont_inherit=True)
        outcome.ending = isolated(lambda: self._work(code, outcome), cost)
        if outcome.stopped and outcome.names:
            outcome.faults[outcome.names[-1]] = Fault("it did not end", outcome.ending.line)
        elif outcome.stopped:
            outcome.faults[LOADING] = Fault("it did not end", outcome.ending.line)
        return outcome

    def _work(self, code: CodeType, outcome: Outcome) -> None:
        subject, tests = ModuleType(self.module), ModuleType("solution")
        subject.__file__, tests.__file__ = f"{self.module}.py", SOLUTION
        before = {name: sys.modules.get(name) for name in (self.module, "solution")}
        sys.modules.update({self.module: subject, "solution": tests})
        try:
            _execute(code, subject.__dict__)
            own = dict(subject.__dict__)
            try:
                _execute(self._code, tests.__dict__)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                outcome.faults[LOADING] = _fault(error)
                return
            for name, run in _tests(tests):
                run(_Recorder(outcome, name))
            outcome.replaced = list(_replaced(self.module, own, subject.__dict__))
        finally:
            sys.modules.update({n: m for n, m in before.items() if m is not None})
            for name in [name for name, known in before.items() if known is None]:
                sys.modules.pop(name, None)


class _Recorder(unittest.TestResult):
    """Notes outcomes by the names that the learner knows; formats nothing."""

    def __init__(self, outcome: Outcome, name: str) -> None:
        super().__init__()
        self._outcome, self._prefix = outcome, name

    def begin(self, name: str) -> None:
        """A test begins."""
        self._outcome.names.append(name)

    def fail(self, name: str, error: BaseException) -> None:
        """A test failed; the first reason counts."""
        self._outcome.faults.setdefault(name, _fault(error))

    def startTest(self, test: unittest.TestCase) -> None:
        self.begin(self._name(test))

    def stopTest(self, test: unittest.TestCase) -> None: ...

    def addDuration(self, test: unittest.TestCase, elapsed: float) -> None: ...

    def addError(self, test: Any, err: Any) -> None:
        self.fail(self._name(test), err[1])

    def addFailure(self, test: Any, err: Any) -> None:
        self.fail(self._name(test), err[1])

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        if err is not None:
            self.fail(self._name(test), err[1])

    def addSkip(self, test: Any, reason: str) -> None:
        name = self._name(test)
        if name in self._outcome.names:
            self._outcome.names.remove(name)

    def addUnexpectedSuccess(self, test: Any) -> None:
        self.fail(self._name(test), AssertionError("it was expected to fail, and it passes"))

    def _name(self, test: Any) -> str:
        method = getattr(test, "_testMethodName", None)
        if isinstance(test, unittest.TestCase) and isinstance(method, str):
            return f"{self._prefix}.{method}"
        return str(getattr(test, "description", self._prefix)).partition(" ")[0]


_Run = Callable[[_Recorder], object]


def _tests(module: ModuleType) -> Iterator[tuple[str, _Run]]:
    """Everything that holds tests, in the order of the file: classes and bare functions."""
    for name, value in list(vars(module).items()):
        if isinstance(value, type) and value.__module__ == module.__name__:
            if issubclass(value, unittest.TestCase):
                loaded = unittest.defaultTestLoader.loadTestsFromTestCase(value)
                yield name, loaded.run
            elif name.startswith("Test"):
                yield name, _plain_class(name, value)
        elif isinstance(value, FunctionType) and name.startswith("test"):
            if value.__code__.co_filename == SOLUTION:
                yield name, _function(name, value)


def _function(name: str, function: Callable[..., Any]) -> _Run:
    def run(recorder: _Recorder) -> None:
        recorder.begin(name)
        try:
            result = function()
            if _getcoroutine(result):
                asyncio.run(result)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            recorder.fail(name, error)

    return run


def _plain_class(name: str, owner: type) -> _Run:
    """A class in pytest's style: a new instance for each method."""

    def run(recorder: _Recorder) -> None:
        for method in [each for each in vars(owner) if each.startswith("test")]:

            def test(method: str = method) -> Any:
                instance = owner()
                for before in ("setup_method", "setUp"):
                    getattr(instance, before, lambda: None)()
                return getattr(instance, method)()

            _function(f"{name}.{method}", test)(recorder)

    return run


def _fault(error: BaseException) -> Fault:
    line = traceback_line(error.__traceback__)
    try:
        text = next((each.strip() for each in str(error).splitlines() if each.strip()), "")
    except Exception:
        text = ""
    kind = type(error).__name__
    told = text if isinstance(error, AssertionError) else f"{kind}: {text}" if text else kind
    statement = line_text(line)
    if not told and statement:
        told = "it does not hold"
    return Fault(told if len(told) <= 200 else told[:199] + "…", line)


def _replaced(module: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """Functions and classes of the module that are not what they were, nor made by it anew."""
    for name, value in before.items():
        now = after.get(name)
        if now is value or name.startswith("__") or not callable(value):
            continue
        if getattr(now, "__module__", None) != module or not isinstance(now, FunctionType | type):
            yield f"{module}.{name}"
