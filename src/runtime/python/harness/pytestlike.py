"""What `import pytest` brings in a tests file: the part of it that needs no plugin and no files."""

from __future__ import annotations

from .pristine import __builtins__

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

from .fixtures import fixture
from .private import unittest

CASES: Final = "__pytest_cases__"
_SkipTest = unittest.case.SkipTest


class Raised:
    """What `raises` caught."""

    value: BaseException
    type: type[BaseException]

    def match(self, pattern: str) -> bool:
        """Whether the text of the exception holds the pattern; an assertion."""
        assert re.search(pattern, str(self.value)), f"{pattern!r} is not in {str(self.value)!r}"
        return True


def raises(
    expected: type[BaseException] | tuple[type[BaseException], ...],
    *call: Any,
    match: str | None = None,
    **named: Any,
) -> Any:
    """A context in which that exception must be raised; or calls a function that must raise it."""
    context = _raises(expected, match)
    if not call:
        return context
    function, *arguments = call
    with context as raised:
        function(*arguments, **named)
    return raised


@contextmanager
def _raises(
    expected: type[BaseException] | tuple[type[BaseException], ...], match: str | None
) -> Iterator[Raised]:
    raised = Raised()
    try:
        yield raised
    except expected as error:
        raised.value, raised.type = error, type(error)
        if match is not None:
            raised.match(match)
    else:
        kinds = expected if isinstance(expected, tuple) else (expected,)
        names = " or ".join(kind.__name__ for kind in kinds)
        raise AssertionError(f"{names} was expected, but nothing was raised")


class approx:
    """Equal to every number, or sequence of numbers, that is near enough."""

    def __init__(self, expected: Any, rel: float | None = None, abs: float | None = None) -> None:
        self._expected, self._rel, self._abs = expected, rel, abs

    def __eq__(self, actual: object) -> bool:
        return self._is_near(self._expected, actual)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"approximately {self._expected!r}"

    def _is_near(self, expected: Any, actual: Any) -> bool:
        if isinstance(expected, dict):
            return expected.keys() == actual.keys() and all(
                self._is_near(value, actual[key]) for key, value in expected.items()
            )
        if isinstance(expected, list | tuple):
            return len(expected) == len(actual) and all(map(self._is_near, expected, actual))
        if not isinstance(expected, int | float | complex):
            return bool(expected == actual)
        least = 1e-12 if self._abs is None else self._abs
        part = self._rel if self._rel is not None else 0.0 if self._abs is not None else 1e-6
        return bool(expected == actual) or bool(
            abs(expected - actual) <= max(least, part * abs(expected))
        )


def skip(reason: str = "") -> None:
    """Ends the test, which is then skipped."""
    raise _SkipTest(reason)


def fail(reason: str = "") -> None:
    """Ends the test, which then fails."""
    raise AssertionError(reason)


class param(tuple[Any, ...]):
    """One entry of `parametrize`."""

    def __new__(cls, *values: Any, id: str | None = None, marks: object = ()) -> param:
        return super().__new__(cls, values)


class _Mark:
    """`pytest.mark`: what is not about the cases or skipping has no effect."""

    def __getattr__(self, name: str) -> Any:
        def mark(*arguments: Any, **_: Any) -> Any:
            alone = len(arguments) == 1 and callable(arguments[0])
            return arguments[0] if alone else lambda target: target

        return mark

    def parametrize(
        self, names: str | Sequence[str], values: Iterable[Any], **_: Any
    ) -> Callable[[Any], Any]:
        """Makes one test of each entry; several multiply."""
        split = re.split(r"\s*,\s*", names.strip()) if isinstance(names, str) else list(names)

        def mark(target: Any) -> Any:
            rows = []
            for value in values:
                row = value if len(split) > 1 or isinstance(value, param) else (value,)
                rows.append(dict(zip(split, row, strict=True)))
            before = getattr(target, CASES, [{}])
            setattr(target, CASES, [{**row, **old} for row in rows for old in before])
            return target

        return mark

    def skip(self, *arguments: Any, reason: str = "") -> Any:
        """Skips the test."""
        if arguments and callable(arguments[0]):
            return unittest.skip(reason)(arguments[0])
        return unittest.skip(reason or "".join(map(str, arguments)))

    def skipif(self, condition: object, *, reason: str = "") -> Any:
        """Skips the test if so."""
        return unittest.skipIf(condition, reason)

    def xfail(self, *arguments: Any, **_: Any) -> Any:
        """Expects a failure."""
        if arguments and callable(arguments[0]):
            return unittest.expectedFailure(arguments[0])
        return unittest.expectedFailure


def _module() -> ModuleType:
    module = ModuleType("pytest")
    own = dict(
        raises=raises, approx=approx, skip=skip, fail=fail, fixture=fixture, param=param,
        mark=_Mark(), use_correct=False, run_slow=False, FAST=False,
    )  # fmt: skip
    module.__dict__.update(own)
    return module


PYTEST: Final = _module()
