"""The learner's side of a test: a small program, and what is expected to be said of it."""

import sys
import textwrap
import types
import unittest
from types import TracebackType

import judge


def learner(source: str) -> types.ModuleType:
    """The program as the judge sees it: module `solution`, filename `solution.py`.

    The first line of code is line 1, whatever its indentation.
    """
    source = textwrap.dedent(source).lstrip("\n")
    judge.reset()
    module = types.ModuleType("solution")
    sys.modules["solution"] = module
    judge.set_solution(source)
    exec(compile(source, "solution.py", "exec"), module.__dict__)
    return module


class Expected:
    """A block that must raise one failure, kept in `failure`."""

    failure: judge.Failure

    def __init__(
        self, test: unittest.TestCase, message: str, line: int | None, kind: type[judge.Failure]
    ) -> None:
        self._test, self._message, self._line, self._kind = test, message, line, kind

    def __enter__(self) -> "Expected":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        self._test.assertIsInstance(error, self._kind, "nothing failed")
        self._test.assertIn(self._message, str(error))
        self._test.assertEqual(error.line, self._line)
        self.failure = error
        return True


class Case(unittest.TestCase):
    """A test of what the judge says."""

    def fails(
        self, message: str, line: int | None = None, kind: type[judge.Failure] = judge.Failure
    ) -> Expected:
        """Expect a failure whose message contains the text and that points at the line."""
        return Expected(self, message, line, kind)
