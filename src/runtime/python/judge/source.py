"""An input that notes every item taken from it, and by which line."""

from .pristine import __builtins__

import linecache
from collections.abc import Iterable, Iterator
from sys import _getframe
from types import FrameType
from typing import Any

from . import evidence
from .bookkeeping import note
from .failure import Failure, defer
from .frames import TESTS, learner_line, tests_line
from .program import quoted
from .wording import at_line, capital, count, ordinal, show

MAX_PULLS = 100_000
"""Items that may be taken from an input that looks endless."""

_FINITE = 1_000_000
_LOGGED = 200
_SHOWN = 60
_PLAIN = (int, float, str)


class Source(Iterator[Any]):
    """A single-pass iterator over `iterable` that records who asked for what.

    `iterable` may be endless. It behaves as a generator does: ``close()``, ``throw()`` and
    ``send()`` are there, and once it has ended, failed or been closed it stays ended.

    With ``fail_at=3`` asking for item number 3 (counted from 0) raises `error` (an exception or
    a class; default `OSError`) instead. An input without a known length, or with more than a
    million items, looks endless: taking more than `MAX_PULLS` items from it is a `Failure`.
    """

    def __init__(
        self,
        iterable: Iterable[Any],
        name: str = "source",
        fail_at: int | None = None,
        error: BaseException | type[BaseException] | None = None,
    ) -> None:
        self.name = name
        self.pulled = 0
        self.closed = False
        self.exhausted = False
        self.sent: list[Any] = []
        self.thrown: list[BaseException] = []
        self._items = iter(iterable)
        self._fail_at = fail_at
        self._error = error if error is not None else OSError(f"{name} failed at item {fail_at}")
        self._over = False
        self._log: list[tuple[int | None, str, int | None]] = []
        self._limit = None if _known_length(iterable) <= _FINITE else MAX_PULLS
        self._evidence: dict[str, Any] = {}

    def __iter__(self) -> "Source":
        return self

    def __next__(self) -> Any:
        return self._pull(_getframe(1))

    def send(self, value: Any) -> Any:
        """Take the next item as ``next()`` does; the value is kept in ``sent``."""
        if value is not None and not self.pulled:
            raise TypeError("can't send non-None value to a just-started generator")
        self.sent.append(value)
        return self._pull(_getframe(1))

    def throw(self, error: BaseException | type[BaseException], *rest: Any) -> Any:
        """End the source and raise the error, as an unhandled one does in a generator."""
        raised = error() if isinstance(error, type) else error
        self.thrown.append(raised)
        self._over = True
        if isinstance(raised, GeneratorExit):
            self.closed = True
        raise raised

    def close(self) -> None:
        """Close the source: it hands out nothing any more."""
        self.closed = self._over = True

    def assert_pulled(
        self, at_most: int | None = None, at_least: int | None = None, exactly: int | None = None
    ) -> None:
        """Fail unless so many items were taken so far."""
        if exactly is not None:
            at_most = at_least = exactly
        self._record()
        if at_most is not None and self.pulled > at_most:
            raise self._too_many(at_most)
        if at_least is not None and self.pulled < at_least:
            raise Failure(
                f"Only {count(self.pulled, 'item')} of {self.name} "
                f"{'was' if self.pulled == 1 else 'were'} taken by then; "
                f"{'exactly' if exactly is not None else 'at least'} {at_least} should have been.",
                line=self._log[-1][0] if self._log else None,
                expected=f"at least {count(at_least, 'item')} taken from {self.name}",
                actual=f"{count(self.pulled, 'item')} taken",
            )

    def assert_closed(self) -> None:
        """Fail unless the source was closed, or has ended by itself as a generator does."""
        self._record()
        if self._over:
            return
        line = self._log[-1][0] if self._log else None
        last = f" The last item was taken by {quoted(line)}." if line is not None else ""
        raise Failure(
            f"Your program stopped using {self.name} after {count(self.pulled, 'item')} and never "
            f"closed it, so whatever it holds open stays open.{last} "
            f"Call `close()` on it when you are done, in a `finally` block.",
            line=line,
            expected=f"{self.name} closed",
            actual=f"{self.name} still open after {count(self.pulled, 'item')}",
        )

    def assert_not_closed(self) -> None:
        """Fail if the source was closed."""
        self._record()
        if self.closed:
            raise Failure(
                f"Your program closed {self.name} after {count(self.pulled, 'item')}, "
                f"though it was still needed.",
                expected=f"{self.name} open",
                actual=f"{self.name} closed",
            )

    def __repr__(self) -> str:
        return f"<Source {self.name}: {count(self.pulled, 'item')} taken>"

    def _pull(self, frame: FrameType) -> Any:
        if self._over:
            raise StopIteration
        if self.pulled == self._fail_at:
            self._over = True
            raise self._error
        if self._limit is not None and self.pulled >= self._limit:
            self._over = True
            self._record()
            raise defer(self._drained(learner_line(frame)))
        try:
            item = next(self._items)
        except BaseException as error:
            self._over = True
            self.exhausted = isinstance(error, StopIteration)
            raise
        if self.pulled < _LOGGED:
            shown = show(item) if isinstance(item, _PLAIN) else ""
            entry = (learner_line(frame), shown, tests_line(frame))
            self._log.append(entry)
            note(entry, *entry)
        self.pulled += 1
        return item

    def _too_many(self, at_most: int) -> Failure:
        line, value, _ = self._log[at_most] if at_most < len(self._log) else (None, "", None)
        needed = f"{'no item was' if not at_most else count(at_most, 'item') + ' '
                    + ('was' if at_most == 1 else 'were')} needed by then"
        shown = f" ({value})" if value else ""
        return Failure(
            f"{capital(quoted(line))} took the {ordinal(at_most + 1)} item{shown} of {self.name} "
            f"before it was asked for: {needed}, {self.pulled} taken.",
            line=line,
            expected=f"at most {count(at_most, 'item')} taken from {self.name}",
            actual=f"{count(self.pulled, 'item')} taken",
        )

    def _drained(self, line: int | None) -> Failure:
        return Failure(
            f"{capital(quoted(line))} drained {self.name}: it took {count(self.pulled, 'item')} "
            f"and kept asking. An input may be endless: take items only as they are asked for.",
            line=line,
            expected=f"only as many items of {self.name} as are needed",
            actual=f"more than {count(self.pulled, 'item')} taken",
        )

    def _record(self) -> None:
        lines = [line for line, _, _ in self._log]
        statements = {asked: _statement(asked) for asked in {asked for _, _, asked in self._log}}
        first = f", the first by {at_line(lines[0])}" if lines and lines[0] else ""
        end = "closed" if self.closed else "ended" if self._over else "left open"
        self._evidence.update(
            kind="pulls",
            text=f"{capital(count(self.pulled, 'item'))} taken from {self.name}{first}; {end}.",
            source=self.name,
            log=[
                {"item": item, "line": line, "value": _short(value), "during": statements[asked]}
                for item, (line, value, asked) in enumerate(self._log)
            ],
            pulled=self.pulled,
            ended=self._over and not self.closed,
            closed=self.closed,
        )
        evidence.record(self._evidence)


def _statement(line: int | None) -> str | None:
    """The test's line, as its author wrote it."""
    return None if line is None else _short(linecache.getline(TESTS, line).strip()) or None


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _known_length(iterable: Iterable[Any]) -> float:
    try:
        return len(iterable)  # type: ignore[arg-type]
    except (TypeError, OverflowError):
        return float("inf")
