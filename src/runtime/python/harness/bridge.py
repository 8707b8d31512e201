"""The worker's side of a check or run, taken in hand before any foreign code runs."""

from __future__ import annotations

from .pristine import __builtins__

import sys
from types import ModuleType
from typing import Any


def connect() -> Any:
    """The JS module of this worker."""
    import _dryrun

    return _dryrun


def facade(bridge: Any) -> ModuleType:
    """What stands in for the JS module while a check runs: it reads costs and moves the clock.

    It can neither lift a limit nor report progress, so a program that finds it gains nothing.
    """
    module = ModuleType("_dryrun")
    module.cost = bridge.cost  # type: ignore[attr-defined]
    module.advance = bridge.advance  # type: ignore[attr-defined]
    return module


def hide() -> dict[str, Any]:
    """Takes the JS modules out of reach of `import`; returns them for `reveal`."""
    try:
        from _pyodide._importhook import jsfinder
    except ImportError:
        return {}
    hidden = dict(jsfinder.jsproxies)
    jsfinder.jsproxies.clear()
    for name in hidden:
        sys.modules.pop(name, None)
    return hidden


def reveal(hidden: dict[str, Any]) -> None:
    """Undoes `hide`."""
    if hidden:
        from _pyodide._importhook import jsfinder

        jsfinder.jsproxies.update(hidden)
