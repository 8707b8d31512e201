"""What a broken promise looks like: an ``AssertionError`` written for the learner."""

from .pristine import __builtins__

from collections.abc import Iterator
from contextlib import contextmanager

_deferred: "list[Failure]" = []


class Failure(AssertionError):
    """A test's verdict against the learner's program.

    ``message`` (also ``str()``) is a sentence or two for the learner. ``line`` is the learner's
    own line to look at first (1-based) or None; ``expected`` and ``actual`` are short texts.
    """

    line: int | None
    expected: str | None
    actual: str | None

    def __init__(
        self,
        message: str,
        *,
        line: int | None = None,
        expected: str | None = None,
        actual: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.expected = expected
        self.actual = actual


class Excess(Failure):
    """Too much cost or memory: a measure, which also counts whatever watches the program."""


def defer(failure: Failure) -> Failure:
    """Keep a failure that is about to be raised *inside* the learner's program.

    ``except Exception`` there could swallow it; `settle` raises it again after the test.
    """
    _deferred.append(failure)
    return failure


def settle() -> None:
    """Raise the first failure that the learner's program met and swallowed, if there is one."""
    if _deferred:
        first = _deferred[0]
        _deferred.clear()
        raise first


@contextmanager
def aside() -> Iterator[None]:
    """Drop what `defer` is given inside the block."""
    before = list(_deferred)
    try:
        yield
    finally:
        _deferred[:] = before


def forget() -> None:
    """Drop what `defer` kept (a new test begins)."""
    _deferred.clear()
