"""The learner's own tests, graded by the bugs that they find."""

from .pristine import __builtins__

import ast
from collections.abc import Mapping, Sequence
from types import ModuleType

from . import evidence, graded, meter, program
from .graded import Graded
from .suite import LOADING, Outcome, Suite
from .variants import Emptiness, hollow

_TIMES, _LEAST = 10, 5_000_000
_NO_METER = 1_000_000_000
_EMPTY: tuple[Emptiness, ...] = ("returns", "raises")


def grade_tests(
    learner_tests: ModuleType | str,
    good: Sequence[str],
    bad: Mapping[str, str] | None = None,
    *,
    module: str,
) -> Graded:
    """Fail unless the learner's tests pass on all of `good` and catch each of `bad`.

    Implementations are sources of the module called `module`, which the tests import; `bad` has
    them by symptom, a sentence without its full stop (``"a discount of 100 % is refused"``). A bug
    is caught when a test fails with it, or does not end within ten times the work of a right one.
    """
    source = program.source() if isinstance(learner_tests, ModuleType) else learner_tests
    grading = _Grading(Suite(source, module), good)
    first = grading.check_right()
    grading.check_teeth()
    if bad:
        bugs = {symptom: grading.catchers(variant) for symptom, variant in bad.items()}
        entries = [{"symptom": each, "caughtBy": names} for each, names in bugs.items()]
        evidence.record({"kind": "bugs", "text": graded.summary(bugs), "bugs": entries})
        if not all(bugs.values()):
            raise graded.missed(bugs, grading.notes())
    return Graded(first)


class _Grading:
    """One suite; a run may take ten times the work of the dearest right one."""

    def __init__(self, suite: Suite, good: Sequence[str]) -> None:
        self._suite, self._module, self._good = suite, suite.module, good
        self._names: list[str] = []
        self._limit = _LEAST
        self._dull: list[str] = []
        self._silent: list[str] = []

    def check_right(self) -> Outcome:
        """Every test must pass on every right implementation; the answer is the first outcome."""
        outcomes = []
        for implementation in self._good:
            spent = _cost()
            outcome = self._suite.run(implementation, _remaining() // 2)
            self._limit = max(self._limit, _TIMES * (_cost() - spent))
            self._names = self._names or outcome.names
            if outcome.faults:
                name, fault = next(iter(outcome.faults.items()))
                known = self._module if outcomes else None
                raise graded.not_right(self._called(name), fault, outcome.stopped, known)
            outcomes.append(outcome)
        print(outcomes[0].ending.output, end="")
        if not self._names:
            raise graded.no_tests()
        text = self._suite.text
        self._silent = [name for name in self._names if not text.asserts(_method(name))]
        return outcomes[0]

    def check_teeth(self) -> None:
        """At least one test must notice when the functions of the module do nothing at all."""
        passing = set(self._names)
        for how in _EMPTY:
            passing &= self._run(hollow(self._good[0], how)).passed()
        self._dull = [name for name in self._names if name in passing]
        if len(self._dull) < len(self._names):
            return
        text = self._suite.text
        if len(self._silent) == len(self._names):
            line = text.line_of(_method(self._names[0]))
            raise graded.silent(self._all_called(self._names), self._module, line)
        replaced = text.replaced(self._module, _functions(self._good[0]))
        raise graded.toothless(self._module, replaced)

    def catchers(self, variant: str) -> list[str]:
        """The tests that notice the bug, in the order in which they ran."""
        faults = self._run(variant).faults
        return self._all_called([name for name in (LOADING, *self._names) if name in faults])

    def notes(self) -> list[str]:
        """What is wrong with single tests."""
        found = []
        if self._silent:
            verb = "asserts" if len(self._silent) == 1 else "assert"
            found.append(f"{graded.ticked(self._all_called(self._silent))} {verb} nothing.")
        dull = [name for name in self._dull if name not in self._silent]
        if dull:
            verb = "passes" if len(dull) == 1 else "pass"
            names = graded.ticked(self._all_called(dull))
            found.append(f"{names} {verb} whatever `{self._module}` does.")
        return found

    def _run(self, implementation: str) -> Outcome:
        return self._suite.run(implementation, self._limit)

    def _called(self, name: str) -> str:
        """The test's own name, with its class where two have the same."""
        short = _method(name)
        same = [each for each in self._names if _method(each) == short]
        return name if len(same) > 1 else short

    def _all_called(self, names: Sequence[str]) -> list[str]:
        return [self._called(name) for name in names]


def _method(name: str) -> str:
    return name.rpartition(".")[2]


def _functions(source: str) -> set[str]:
    """What the module offers: functions, classes, and methods as ``Class.method``."""
    found: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            methods = [each.name for each in node.body if isinstance(each, ast.FunctionDef)]
            found |= {*methods, *(f"{node.name}.{method}" for method in methods)}
    return found


def _cost() -> int:
    try:
        return meter.cost()
    except RuntimeError:
        return 0


def _remaining() -> int:
    try:
        return meter.remaining()
    except RuntimeError:
        return _NO_METER
