"""Counting the interpreter's work in steps: the same number on every device."""

from .pristine import __builtins__

import gc
from collections.abc import Callable
from typing import Any

DEFAULT_LIMIT = 1_000_000_000


class _Budget:
    """The running test's allowance: the meter's value at which it is used up."""

    limit = DEFAULT_LIMIT
    end: int | None = None


_budget = _Budget()


def reader() -> Callable[[], int]:
    """The function that reads the meter. Raises RuntimeError where the interpreter has none."""
    try:
        from _dryrun import cost as read
    except ImportError:
        raise RuntimeError(
            "this Python counts no steps: growth and cost can only be measured in Dry Run"
        ) from None
    return read


def cost() -> int:
    """Metered steps so far. Raises RuntimeError where the interpreter has no meter."""
    return int(reader()())


def set_limit(limit: int) -> None:
    """Tell how many steps one test may take; `begin` starts the count."""
    _budget.limit = limit
    _budget.end = None


def begin() -> None:
    """Start a test's allowance now (where there is a meter)."""
    try:
        _budget.end = cost() + _budget.limit
    except RuntimeError:
        _budget.end = None


def remaining() -> int:
    """Steps left for this test; never below 0."""
    if _budget.end is None:
        begin()
    return max(0, (_budget.end or 0) - cost())


def measure(run: Callable[[], Any]) -> int:
    """The cost of ``run()`` in steps, without what measuring itself takes; at least 1.

    The garbage collector rests meanwhile: when it runs depends on everything before.
    """
    read = reader()
    resume = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        return max(1, _raw(run, read) - min(_raw(_nothing, read), _raw(_nothing, read)))
    finally:
        if resume:
            gc.enable()


def _raw(run: Callable[[], Any], read: Callable[[], int]) -> int:
    before = read()
    run()
    after = read()
    return int(after - before)


def _nothing() -> None:
    """What the overhead of measuring is measured with."""
