"""What a check needs before the program is there: made ready while a person writes."""

from __future__ import annotations

from .pristine import __builtins__

import ast
import warnings
from types import CodeType

from .assertion import rewrite
from .frames import TESTS
from .given import Given, given_in
from .hooks import settle
from .stage import set_up
from .testsource import TestSource


class Tests:
    """The tests' file, compiled. `error` tells what is wrong with it; then there is nothing else."""

    source: TestSource
    code: CodeType
    error: str | None = None

    def __init__(self, text: str, beside: frozenset[str] = frozenset()) -> None:
        """`beside`: modules that lie beside the program."""
        self.text = text
        self.given = Given(given_in(text))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                self.source = TestSource(text, beside)
                asserts = self.source.has_asserts
                tests = rewrite(ast.parse(text, TESTS)) if asserts else text
                self.code = compile(tests, TESTS, "exec", dont_inherit=True)
            except SyntaxError as error:
                self.error = described(error)


def described(error: SyntaxError) -> str:
    """Where the exercise is broken, and how."""
    return f"{error.filename}, line {error.lineno}: {error.msg}"


_expected: list[Tests] = []


def expect(text: str) -> None:
    """Makes ready for the one check of this interpreter, which will be of these tests."""
    set_up()
    _expected[:] = [Tests(text)]
    settle()


def take(text: str, beside: frozenset[str] = frozenset()) -> Tests:
    """The tests as they were read ahead, or read now; `beside` as in `Tests`."""
    if not beside and _expected and _expected[0].text == text:
        return _expected.pop()
    return Tests(text, beside)
