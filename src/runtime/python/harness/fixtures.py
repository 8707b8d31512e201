"""Plain classes of tests and fixtures, as pytest has them."""

from __future__ import annotations

from .pristine import __builtins__

import inspect
from contextlib import ExitStack
from types import FunctionType, ModuleType
from typing import Any, Final

_FIXTURE: Final = "__pytest_fixture__"
BUILT_IN: Final = frozenset(
    ("caplog", "capfd", "capsys", "monkeypatch", "pytestconfig", "recwarn", "tmp_path")
)
"""Fixtures that pytest brings and that are not here."""


def fixture(function: Any = None, *, name: str | None = None, **options: Any) -> Any:
    """Marks a function whose result, or first yielded value, a test takes as a parameter.

    Each test has its own, whatever `scope` says. Raises NotImplementedError for `params`.
    """
    if options.get("params") is not None:
        raise NotImplementedError("pytest's fixtures with params are not supported: use parametrize")

    def mark(target: Any) -> Any:
        setattr(target, _FIXTURE, (name or target.__name__, bool(options.get("autouse"))))
        return target

    return mark if function is None else mark(function)


def has_fixtures(tests: ModuleType) -> bool:
    """Whether a module has any."""
    return bool(_fixtures(tests))


def _fixtures(place: object) -> list[tuple[str, bool, str]]:
    """What a module or a class has: how tests call it, whether all use it, its own name."""
    found = []
    for own, value in ((each, getattr(place, each)) for each in dir(place)):
        # Nothing else is asked for the mark: it may be the learner's.
        if type(value) is FunctionType and hasattr(value, _FIXTURE):
            name, always = getattr(value, _FIXTURE)
            found.append((name, always, own))
    return found


class Setting:
    """What one test needs around it, made when it is entered and undone when it is left."""

    def __init__(self, tests: ModuleType, owner: type | None, name: str) -> None:
        """The test is a function of the module `tests`, or a method of its class `owner`."""
        self._holder: Any = tests if owner is None else owner()
        self.function = getattr(self._holder, name)
        self._owner = owner
        self._stack = ExitStack()
        self._values: dict[str, Any] = {}
        self._makers: dict[str, Any] = {}
        self._always: list[str] = []
        for marked, holder in ((tests, tests), (owner, self._holder)):
            for given, always, own in _fixtures(marked):
                self._makers[given] = getattr(holder, own)
                self._always += [given] * always

    def __enter__(self) -> Setting:
        with ExitStack() as stack:
            if self._owner is not None:
                for part, about in (("class", self._owner), ("method", self.function)):
                    self._call(f"setup_{part}", about)
                    stack.callback(self._call, f"teardown_{part}", about)
            self._stack = stack
            for name in self._always:
                self.value(name)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *problem: Any) -> None:
        self._stack.__exit__(*problem)

    def has(self, name: str) -> bool:
        """Whether there is a fixture of that name."""
        return name in self._makers

    def value(self, name: str) -> Any:
        """What the test gets for a parameter of that name."""
        if name not in self._values:
            maker = self._makers[name]
            made = maker(*map(self.value, inspect.signature(maker).parameters))
            if inspect.isgenerator(made):
                made, generator = next(made), made
                self._stack.callback(next, generator, None)
            self._values[name] = made
        return self._values[name]

    def _call(self, name: str, about: object) -> None:
        method = getattr(self._holder, name, None)
        if method is not None:
            method(*(about,) * len(inspect.signature(method).parameters))
