"""How much work a program does, beside another that does the same."""

from .pristine import __builtins__

from collections.abc import Callable
from typing import Any

from . import evidence, meter
from .failure import Excess
from .hotspot import hottest_of
from .wording import significant, steps

_SLACK = 10_000
"""Steps by which a first run may exceed a second one without having left something behind."""


def assert_cost(
    run: Callable[[], Any],
    at_most: float = 2.0,
    relative_to: Callable[[], Any] | None = None,
) -> None:
    """Fail if ``run()`` takes more than `at_most` times the steps of ``relative_to()``.

    Without `relative_to`, `at_most` is a number of steps. Both callables run twice or more, so
    they must do the same each time; a program that is far cheaper the second time (because it
    remembers) is judged by its first run. Bounds should be generous, 1.5 times a decent
    alternative or more: steps are exact, but not every fast program is written alike.
    """
    cost, remembers = _cost(run)
    if relative_to is None:
        reference, ratio = int(at_most), cost / at_most
        allowed, too_much = 1.0, cost > at_most
        told = f"It took {steps(cost)}; {steps(at_most)} are allowed."
    else:
        reference = _cost(relative_to)[0]
        ratio, allowed = cost / reference, float(at_most)
        too_much = ratio > allowed
        told = (
            f"It took {steps(cost)}, {significant(ratio):g} times the model's {steps(reference)}; "
            f"{allowed:g} times are allowed."
        )
    evidence.record(
        {
            "kind": "cost",
            "text": told,
            "cost": int(significant(cost)),
            "reference": int(significant(reference)),
            "ratio": significant(ratio),
            "allowed": allowed,
        }
    )
    if not too_much:
        return
    place = None
    if not remembers and cost * 20 < meter.remaining():
        place = hottest_of(run)
    where = place.work if place else ""
    raise Excess(
        f"Your program does too much work. {told}{where}",
        line=place.line if place else None,
        expected=f"at most {allowed:g} times the work of the model"
        if relative_to is not None
        else f"at most {steps(at_most)}",
        actual=f"{significant(ratio):g} times" if relative_to is not None else steps(cost),
    )


def _cost(run: Callable[[], Any]) -> tuple[int, bool]:
    """The cost of a run, and whether the program remembers it (so that the first one counts)."""
    first = meter.measure(run)
    second = meter.measure(run)
    remembers = first > 1.2 * second + _SLACK
    return (first if remembers else second), remembers
