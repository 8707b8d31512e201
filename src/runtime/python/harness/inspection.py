"""`inspect` as an exercise from elsewhere expects it: the learner's file goes by another name."""

from __future__ import annotations

from .pristine import __builtins__

import inspect
import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from .frames import SOLUTION

_OWN = "solution"
_LISTS = ("getouterframes", "getinnerframes", "trace")


def as_imported(aliases: Iterable[str]) -> dict[str, ModuleType]:
    """By its name, an `inspect` whose stacks call ``solution.py`` as the tests import it.

    Empty where they import `solution`, as then nothing would differ.
    """
    name = min(aliases, default=_OWN)
    if name == _OWN:
        return {}
    view: Any = ModuleType("inspect", inspect.__doc__)
    vars(view).update(vars(inspect))

    def renamed(found: Any) -> Any:
        if found.filename != SOLUTION:
            return found
        other = found._replace(filename=f"{name}.py")
        other.positions = found.positions
        return other

    def lister(work: Any) -> Any:
        return lambda *arguments, **options: [renamed(x) for x in work(*arguments, **options)]

    for each in _LISTS:
        setattr(view, each, lister(getattr(inspect, each)))
    view.getframeinfo = lambda *arguments, **options: renamed(
        inspect.getframeinfo(*arguments, **options)
    )
    view.stack = lambda context=1: view.getouterframes(sys._getframe(1), context)
    return {"inspect": view}
