"""Checking a statement on generated inputs, and telling the smallest one that breaks it."""

from .pristine import __builtins__

from collections.abc import Callable
from random import Random
from typing import Any

from . import evidence, meter
from .choices import Choices, Rejected
from .failure import Failure
from .frames import traceback_line
from .shrinking import Played, Row, Shrinker, key
from .strategies import Strategy
from .wording import show, without_addresses

_ATTEMPTS = 2000
_SHARE = 0.5
"""Share of the work left to the test that shrinking leaves."""


class _Broken:
    """How one input broke the property."""

    def __init__(self, played: Played, value: str, kind: object, sentence: str) -> None:
        self.played, self.value, self.kind, self.sentence = played, value, kind, sentence
        self.line: int | None = None
        self.expected: str | None = None
        self.actual: str | None = None


def property[T](
    strategy: Strategy[T],
    check: Callable[[T], Any],
    oracle: Callable[[T], Any] | None = None,
    runs: int = 100,
    seed: int = 0,
) -> None:
    """Call `check` with `runs` generated values; fail with the smallest that breaks it.

    With `oracle`, what `check` returns must equal what `oracle` returns for the same value (each
    gets a value of its own, so either may change it). Without, `check` asserts by itself. An
    exception from `check` breaks the property too. The values depend on `seed`
    alone. Raises ValueError when the strategy rejects nearly everything.
    """
    random = Random(seed)
    seen: set[Row] = set()
    made = 0
    for attempt in range(runs * 5):
        choices = Choices(None if attempt == 0 else random)
        try:
            strategy.draw(choices)
        except Rejected:
            continue
        row = tuple(choices.row)
        made += 1
        if row not in seen:
            seen.add(row)
            broken = _try(strategy, check, oracle, row)
            if broken is not None:
                raise _failure(strategy, check, oracle, broken)
        if made == runs:
            return
    if made < min(runs, 10):
        raise ValueError("the strategy rejects nearly every value: loosen its filter")


def _failure(
    strategy: Strategy[Any],
    check: Callable[[Any], Any],
    oracle: Callable[[Any], Any] | None,
    broken: _Broken,
) -> Failure:
    noted = evidence.record(_evidence(broken))
    simplest = broken

    def fails(row: Row) -> Played | None:
        nonlocal simplest
        try:
            found = _try(strategy, check, oracle, row)
        except Rejected:
            return None
        if found is None or found.kind != broken.kind:
            return None
        if key(found.played[0]) < key(simplest.played[0]):
            simplest = found
            noted.update(_evidence(found))
        return found.played

    Shrinker(broken.played, fails, _allowance()).shrink()
    return Failure(
        f"With the input {simplest.value}: {simplest.sentence}",
        line=simplest.line,
        expected=simplest.expected,
        actual=simplest.actual,
    )


def _allowance() -> Callable[[], bool]:
    """Says whether to go on: for so many attempts, while half of the test's work is left."""
    left = _ATTEMPTS
    try:
        least = meter.remaining() * _SHARE
    except RuntimeError:
        least = None

    def may_go_on() -> bool:
        nonlocal left
        left -= 1
        return left > 0 and (least is None or meter.remaining() > least)

    return may_go_on


def _evidence(broken: _Broken) -> dict[str, Any]:
    return {
        "kind": "counterexample",
        "text": f"With the input {broken.value}: {broken.sentence}",
        "input": broken.value,
    }


def _try(
    strategy: Strategy[Any],
    check: Callable[[Any], Any],
    oracle: Callable[[Any], Any] | None,
    row: Row,
) -> _Broken | None:
    """How the value of this row breaks the property, or None. Raises Rejected."""

    def draw() -> Any:
        return strategy.draw(Choices(None, row))

    choices = Choices(None, row)
    value = strategy.draw(choices)
    used = (tuple(choices.row), choices.spans)
    try:
        actual = check(value)
    except Exception as error:
        return _raised(used, show(draw(), full=True), error)
    if oracle is None:
        return None
    expected = oracle(draw())
    if actual == expected:
        return None
    sentence = f"expected {show(expected)}, got {show(actual)}."
    broken = _Broken(used, show(draw(), full=True), "differs", sentence)
    broken.expected, broken.actual = show(expected, full=True), show(actual, full=True)
    return broken


def _raised(played: Played, value: str, error: Exception) -> _Broken:
    line = getattr(error, "line", None) or traceback_line(error.__traceback__)
    text = without_addresses(str(error))
    if isinstance(error, AssertionError):
        sentence = text or "the check does not hold."
        broken = _Broken(played, value, AssertionError, sentence)
        broken.expected = getattr(error, "expected", None)
        broken.actual = getattr(error, "actual", None)
    else:
        name = type(error).__name__
        where = "your program" if line is None else f"your line {line}"
        sentence = f"{where} raised {name}{f': {text}' if text else ''}."
        broken = _Broken(played, value, type(error), sentence)
        broken.actual = f"{name}{f': {text}' if text else ''}"
    broken.line = line
    return broken
