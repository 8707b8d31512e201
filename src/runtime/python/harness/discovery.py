"""Which tests a tests file holds: TestCase classes, plain classes, bare functions, doctests."""

from __future__ import annotations

from .pristine import __builtins__

import ast
import inspect
import re
from dataclasses import dataclass, replace
from types import FunctionType, ModuleType
from typing import Any, Final

from .frames import SOLUTION, TESTS
from .fixtures import has_fixtures
from .pytestlike import CASES

ASPECTS: Final = (
    "correctness", "laziness", "concurrency", "growth", "memory", "threads", "style",
)  # fmt: skip
_DOCTEST: Final = "doctest."


@dataclass(frozen=True)
class Case:
    """One test. `owner` is the class's name, the file of a doctest, or empty for a bare function.

    `number` says which of a parametrised function's cases it is.
    """

    id: str
    title: str
    aspect: str
    kind: str
    owner: str
    name: str
    number: int = 0


class Discovery:
    """Finds the cases of a freshly executed tests module."""

    def __init__(self, unittest: ModuleType, doctest: Any) -> None:
        self._unittest, self._doctest = unittest, doctest

    def cases(self, tests: ModuleType, solution: ModuleType) -> list[Case]:
        """All cases in the order of the file; the learner's doctests when there is nothing else."""
        found: list[Case] = []
        bare = "pytest" if has_fixtures(tests) else "function"
        for name, value in list(vars(tests).items()):
            if self._is_case(value, tests):
                found += self._methods(value)
            elif _is_plain(name, value, tests):
                found += _plain_methods(value)
            elif _is_bare(name, value):
                found += _functions(name, value, bare)
        found += self._examples(tests, TESTS)
        return _unique(found or self._examples(solution, SOLUTION))

    def examples(self, module: ModuleType) -> list[Any]:
        """The doctests of a module, in the order of the file."""
        if self._doctest is None:
            return []
        finder = self._doctest.DocTestFinder(exclude_empty=True)
        # Of what was imported or lent nothing is looked at: its docstrings need not be examples.
        finder._from_module = lambda _, thing: _home(thing) == module.__name__
        found = finder.find(module, name=module.__name__, module=module, globs=vars(module))
        own = [test for test in found if test.examples and _is_own(test, module)]
        return sorted(own, key=lambda test: (test.lineno or 0, test.name))

    def _is_case(self, value: object, tests: ModuleType) -> bool:
        return (
            isinstance(value, type)
            and issubclass(value, self._unittest.TestCase)
            and value.__module__ == tests.__name__
        )

    def _methods(self, owner: Any) -> list[Case]:
        found = []
        for name in _tests_of(owner):
            method = getattr(owner, name)
            if callable(method):
                aspect = _aspect(method) if hasattr(method, _MARK) else _aspect(owner)
                identity = f"{owner.__qualname__}.{name}"
                title = _title(method, name)
                found.append(Case(identity, title, aspect, "method", owner.__name__, name))
        return found

    def _examples(self, module: ModuleType, filename: str) -> list[Case]:
        found = []
        for test in self.examples(module):
            name = test.name.removeprefix(module.__name__).lstrip(".").removeprefix("__test__.")
            title = f"The examples of {name}" if name else "The examples at the top of the file"
            identity = _DOCTEST + (name or module.__name__)
            found.append(Case(identity, title, "correctness", "doctest", filename, test.name))
        return found


_MARK: Final = "__judge_aspect__"


def _aspect(owner: Any) -> str:
    value = getattr(owner, _MARK, ASPECTS[0])
    return value if value in ASPECTS else ASPECTS[0]


def _title(owner: Any, name: str) -> str:
    documentation = (getattr(owner, "__doc__", None) or "").strip()
    if documentation and not documentation.startswith(">>>"):
        line: str = documentation.splitlines()[0].strip()
        return line.removesuffix(".") if not line.endswith("...") else line
    return in_words(name)


def in_words(name: str) -> str:
    """`test_empty_input` as `Empty input`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).replace("_", " ").split()
    if len(words) > 1 and words[0].lower() == "test":
        words = words[1:]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _is_bare(name: str, value: object) -> bool:
    if not isinstance(value, FunctionType) or value.__code__.co_filename != TESTS:
        return False
    if inspect.isgeneratorfunction(value):
        return False
    return name == "check" or name.startswith(("test", "check_"))


def _is_plain(name: str, value: object, tests: ModuleType) -> bool:
    """Whether it is a class of tests as pytest knows them."""
    return (
        isinstance(value, type)
        and name.startswith("Test")
        and value.__module__ == tests.__name__
        and value.__init__ is object.__init__
    )


def _plain_methods(owner: type) -> list[Case]:
    found = []
    for name in _tests_of(owner):
        method = getattr(owner, name)
        if isinstance(method, FunctionType):
            found += _functions(name, method, "pytest", owner)
    return found


def _tests_of(owner: type) -> list[str]:
    """Names that start with `test`, inherited ones first."""
    names: dict[str, None] = {}
    for base in reversed(owner.__mro__):
        names.update(dict.fromkeys(name for name in vars(base) if name.startswith("test")))
    return list(names)


def _functions(
    name: str, function: FunctionType, kind: str, owner: type | None = None
) -> list[Case]:
    title = _title(function, name)
    aspect = _aspect(function if owner is None or hasattr(function, _MARK) else owner)
    place = "" if owner is None else owner.__name__
    identity = f"{owner.__qualname__}.{name}" if owner else name
    rows = getattr(function, CASES, None)
    if rows is None:
        return [Case(identity, title, aspect, kind, place, name)]
    return [
        Case(f"{identity}[{at}]", f"{title}, case {at + 1}", aspect, kind, place, name, at)
        for at in range(len(rows))
    ]


def _home(thing: Any) -> str | None:
    return getattr(getattr(thing, "fget", None) or thing, "__module__", None)


def _is_own(test: Any, module: ModuleType) -> bool:
    return test.filename in (None, module.__file__)


def _unique(cases: list[Case]) -> list[Case]:
    seen: dict[str, int] = {}
    result = []
    for case in cases:
        seen[case.id] = seen.get(case.id, 0) + 1
        number = seen[case.id]
        result.append(case if number == 1 else replace(case, id=f"{case.id} ({number})"))
    return result


def candidate(tests: ModuleType, solution: ModuleType, model: str | None, parameter: str) -> Any:
    """The learner's function that a `check(candidate)` is about; None when there is none."""
    functions = {
        name: value
        for name, value in vars(solution).items()
        if isinstance(value, FunctionType) and value.__code__.co_filename == SOLUTION
        and value.__name__ == name
    }  # fmt: skip
    metadata = getattr(tests, "METADATA", None)
    wanted = [parameter]
    if isinstance(metadata, dict):
        wanted.append(str(metadata.get("entry_point")))
    if model is not None:
        wanted += reversed(_top_functions(model))
    for name in wanted:
        if name in functions:
            return functions[name]
    return list(functions.values())[-1] if functions else None


def _top_functions(source: str) -> list[str]:
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return []
    return [n.name for n in body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
