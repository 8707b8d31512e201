"""What the judge relies on, remembered by identity: a program that replaces it is found out."""

from __future__ import annotations

from .pristine import __builtins__

import sys
from collections.abc import Iterable
from operator import is_
from types import FunctionType, ModuleType
from typing import Any, Final

_modules = sys.modules
_set_attribute, _delete_attribute = type.__setattr__, type.__delattr__
_dict_of = type.__dict__["__dict__"].__get__
_MISSING: Final = object()
_WRAPPED = (ModuleType, staticmethod, classmethod, property)
# Public modules whose functions and classes the judge or the tests call while a test runs.
RELIED: Final = (
    "_dryrun", "builtins", "asyncio", "unittest", "doctest", "judge", "json", "time", "traceback",
    "contextlib", "threading", "tracemalloc", "_signal", "signal",
)  # fmt: skip
# Written by the classes themselves, whenever somebody asks.
_LAZY = frozenset(
    {
        "__annotations__",
        "__annotations_cache__",
        "__annotate_func__",
        "__doc__",
        "__parameters__",
        "__match_args__",
        "__firstlineno__",
        "_abc_impl",
    }
)


# Not identity but state: `hooks` puts it back.
SYSTEM_STATE: Final = frozenset({
    "stdin", "stdout", "stderr", "excepthook", "displayhook", "unraisablehook", "breakpointhook",
    "path", "meta_path", "path_hooks", "argv", "warnoptions", "dont_write_bytecode",
    "tracebacklimit", "last_exc", "last_value", "last_traceback", "last_type", "modules",
})  # fmt: skip


class _Record:
    """One namespace (of a module or a class) and what was in it."""

    __slots__ = ("code", "label", "owner", "relied", "saved", "values")

    def __init__(self, label: str, owner: Any, relied: bool) -> None:
        self.label, self.owner, self.relied = label, owner, relied
        self.saved = dict(namespace(owner))
        if owner is sys:
            self.saved = {name: x for name, x in self.saved.items() if name not in SYSTEM_STATE}
        self.values = list(self.saved.values())
        functions = [_function(value) for value in self.values] if relied else []
        self.code = [
            (function, function.__code__, function.__defaults__, function.__kwdefaults__)
            for function in functions
            if function is not None
        ]

    def is_same(self) -> bool:
        """Whether nothing was rebound, added or removed; fast, and calls nobody's code."""
        current = namespace(self.owner)
        return len(current) == len(self.values) and all(map(is_, current.values(), self.values))


def namespace(owner: Any) -> dict[str, Any]:
    """The names of a module or class, read past anything that pretends."""
    return _dict_of(owner) if isinstance(owner, type) else ModuleType.__getattribute__(
        owner, "__dict__"
    )  # fmt: skip


def _matters(value: object) -> bool:
    """Whether it is something that does something; plain values may change."""
    return callable(value) or isinstance(value, _WRAPPED)


def _function(value: object) -> FunctionType | None:
    inner = value.__func__ if isinstance(value, staticmethod | classmethod) else value
    return inner if type(inner) is FunctionType else None


class Guard:
    """Remembers the modules at hand; `mend` puts back what a program changed."""

    def __init__(self, private: Iterable[ModuleType] = ()) -> None:
        self._records: list[_Record] = []
        classes: set[int] = set()
        for module in [*private, *_modules.values()]:
            if type(module) is not ModuleType or module.__name__ == "__main__":
                continue
            name = module.__name__
            relied = name.partition(".")[0] in RELIED
            self._records.append(_Record(name, module, relied))
            for value in list(module.__dict__.values()):
                if type(value) is type and value.__module__ == name and id(value) not in classes:
                    classes.add(id(value))
                    label = f"{name}.{value.__qualname__}"
                    self._records.append(_Record(label, value, relied))

    def mend(self) -> str | None:
        """Restores everything. Returns the name of something changed that the judge relies on."""
        broken: str | None = None
        for record in self._records:
            if not record.is_same():
                broken = _restore(record) or broken
            for function, code, defaults, keywords in record.code:
                if function.__code__ is not code or function.__defaults__ is not defaults:
                    function.__code__, function.__defaults__ = code, defaults
                    function.__kwdefaults__ = keywords
                    broken = f"{record.label}.{function.__name__}"
        return broken


def _restore(record: _Record) -> str | None:
    broken: str | None = None
    current = dict(namespace(record.owner))
    is_class = isinstance(record.owner, type)
    for name, value in record.saved.items():
        if current.pop(name, _MISSING) is value or name in _LAZY:
            continue
        if is_class:
            if name in ("__dict__", "__weakref__"):
                continue
            _set_attribute(record.owner, name, value)
        else:
            namespace(record.owner)[name] = value
        if record.relied and _matters(value):
            broken = f"{record.label}.{name}"
    for name, value in current.items():
        if name in _LAZY:
            continue
        if is_class:
            _delete_attribute(record.owner, name)
            if record.relied and _matters(value):
                broken = f"{record.label}.{name}"
        elif record.label == "builtins" and name != "_":
            del namespace(record.owner)[name]
    return broken
