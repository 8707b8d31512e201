"""`names`: what modules offer, for completion. No program runs; modules are imported and looked at."""

from __future__ import annotations

from .pristine import __builtins__

import importlib
import inspect
import json
import sys
from types import ModuleType
from typing import Any, Final

from . import bridge
from .limits import Limits

_loads, _dumps = json.loads, json.dumps
_STDLIB = sys.stdlib_module_names
# Importing them does something that a person would notice.
_LOUD: Final = frozenset({"antigravity", "this", "idlelib", "turtledemo"})
_LONGEST: Final = 60


def names(spec_json: str) -> str:
    """Module → name → kind, signature and members (`Names` in names.ts), as JSON text.

    A module that cannot be imported has no names; one that there was no time for is missing.
    """
    spec = _loads(spec_json)
    worker = bridge.connect()
    bridge.hide()
    limits = Limits(worker.budget, worker.cost, worker.reason, worker.now)
    found: dict[str, dict[str, Any]] = {}
    try:
        with limits.within(0, spec["seconds"]):
            for name in spec["modules"]:
                module = _module(name)
                found[name] = {} if module is None else _names_of(module)
    except BaseException:
        # What was found in time is worth having.
        pass
    return _dumps(found, ensure_ascii=False, separators=(",", ":"))


def _module(name: str) -> ModuleType | None:
    top = name.partition(".")[0]
    if top not in _STDLIB or top in _LOUD:
        return None
    try:
        return importlib.import_module(name)
    except Exception:
        return None


def _names_of(module: ModuleType) -> dict[str, Any]:
    public = getattr(module, "__all__", None) or [n for n in dir(module) if not n.startswith("_")]
    return {name: _described(getattr(module, name, None)) for name in sorted(set(public))}


def _described(value: object) -> dict[str, Any]:
    if isinstance(value, ModuleType):
        return {"kind": "module", "signature": None, "members": []}
    if isinstance(value, type):
        members = sorted(name for name in dir(value) if not name.startswith("_"))
        return {"kind": "class", "signature": _signature(value), "members": members}
    if callable(value):
        return {"kind": "function", "signature": _signature(value), "members": []}
    return {"kind": "value", "signature": None, "members": []}


def _signature(value: Any) -> str | None:
    try:
        text = str(inspect.signature(value))
    except Exception:
        return None
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
