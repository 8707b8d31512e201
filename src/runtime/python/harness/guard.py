"""What the judge relies on, remembered by identity: a program that replaces it is found out."""

from __future__ import annotations

from .pristine import __builtins__

import gc
import sys
from array import array
from collections.abc import Callable, Iterable
from operator import attrgetter, is_, itemgetter
from types import FunctionType, ModuleType
from typing import Any, Final

_modules = sys.modules
_set_attribute, _delete_attribute = type.__setattr__, type.__delattr__
_dict_of = type.__dict__["__dict__"].__get__
_referents = gc.get_referents
_parts_of = attrgetter("__code__", "__defaults__", "__kwdefaults__")
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

    __slots__ = ("functions", "label", "names", "owner", "parts", "relied", "table", "values", "view")

    def __init__(self, label: str, owner: Any, relied: bool) -> None:
        self.label, self.owner, self.relied = label, owner, relied
        self.view = namespace(owner)
        # A class shows its dict through a proxy.
        self.table = _referents(self.view)[0] if isinstance(owner, type) else self.view
        self.names, self.values = tuple(self.view), tuple(self.view.values())
        functions = [_function(value) for value in self.values] if relied else []
        self.functions = tuple(function for function in functions if function is not None)
        self.parts = tuple(map(_parts_of, self.functions))

    def is_same(self) -> bool:
        """Whether nothing was rebound, added or removed; fast, and calls nobody's code."""
        return len(self.view) == len(self.values) and all(
            map(is_, self.view.values(), self.values)
        )


class _System:
    """The system module, whose state changes all the time, and what of it must stay."""

    def __init__(self, record: _Record) -> None:
        self.record, self._view = record, record.view
        pairs = zip(record.names, record.values)
        kept = {name: value for name, value in pairs if name not in SYSTEM_STATE | _LAZY}
        self._names, self._values = itemgetter(*kept), tuple(kept.values())

    def is_same(self) -> bool:
        """As of `_Record`, but for the state."""
        try:
            now = self._names(self._view)
        except KeyError:
            return False
        added = len(self._view.keys() - SYSTEM_STATE - _LAZY) - len(self._values)
        return not added and all(map(is_, now, self._values))


def namespace(owner: Any) -> Any:
    """The names of a module or class as they are at any time, read past anything that pretends."""
    return _dict_of(owner) if isinstance(owner, type) else ModuleType.__getattribute__(
        owner, "__dict__"
    )  # fmt: skip


def _matters(value: object) -> bool:
    """Whether it is something that does something; plain values may change."""
    return callable(value) or isinstance(value, _WRAPPED)


def _function(value: object) -> FunctionType | None:
    inner = value.__func__ if isinstance(value, staticmethod | classmethod) else value
    return inner if type(inner) is FunctionType else None


def _records_of(modules: Iterable[ModuleType]) -> list[_Record]:
    """The modules and the classes that they define."""
    records: list[_Record] = []
    classes: set[int] = set()
    for module in modules:
        if type(module) is not ModuleType or module.__name__ == "__main__":
            continue
        name = module.__name__
        relied = name.partition(".")[0] in RELIED
        records.append(_Record(name, module, relied))
        for value in list(module.__dict__.values()):
            if type(value) is type and value.__module__ == name and id(value) not in classes:
                classes.add(id(value))
                records.append(_Record(f"{name}.{value.__qualname__}", value, relied))
    return records


class _Known:
    """Records, and the addresses of all that they watch, but for the system module."""

    def __init__(self, modules: Iterable[ModuleType]) -> None:
        self.records = _records_of(modules)
        self.owners = frozenset(id(record.owner) for record in self.records)
        watched = [record for record in self.records if record.owner is not sys]
        self.tables = array("I", [id(record.table) for record in watched])
        self.functions = array("I", [id(each) for record in watched for each in record.functions])


# What there was when the image was made: recording it anew for each check would take long.
_known = _Known(())
# Changed by whoever starts the interpreter.
_UNSETTLED: Final = "_pyodide._importhook"


def learn(private: Iterable[ModuleType]) -> None:
    """Records all modules at hand as every `Guard` is to find them, virtual time included."""
    global _known
    modules = [*private, *_modules.values()]
    _known = _Known(each for each in modules if getattr(each, "__name__", "") != _UNSETTLED)


# Asked with two tables of addresses, of dicts and of functions, each as its own address and length;
# answers a function that tells whether those still refer to the same things (see worker/watch.ts).
Watch = Callable[[int, int, int, int], Callable[[], bool]]


class Guard:
    """Remembers the modules at hand; `mend` puts back what a program changed, once it is on duty."""

    def __init__(self, private: Iterable[ModuleType], untouched: bool) -> None:
        """`untouched`: no program has run here yet. What one has changed is put back."""
        if not untouched:
            for record in _known.records:
                if not record.is_same():
                    _restore(record)
        modules = (*private, *_modules.values())
        fresh = _Known(each for each in modules if id(each) not in _known.owners)
        self._records = [*_known.records, *fresh.records]
        self._system = _System(next(each for each in self._records if each.owner is sys))
        self._tables = _known.tables + fresh.tables
        self._functions = _known.functions + fresh.functions

    def go_on_duty(self, watch: Watch, facade: ModuleType) -> None:
        """From now on the modules are watched, and `facade` with them."""
        self._facade = _Record(facade.__name__, facade, True)
        self._watch = watch
        self._watch_all()

    def _watch_all(self) -> None:
        tables, functions = self._tables.buffer_info(), self._functions.buffer_info()
        self._is_same = self._watch(*tables, *functions)

    def mend(self) -> str | None:
        """Restores everything. Returns the name of something changed that the judge relies on."""
        broken = None if self._system.is_same() else _restore(self._system.record)
        if self._is_same() and self._facade.is_same():
            return broken
        for record in (*self._records, self._facade):
            if not record.is_same():
                broken = _restore(record) or broken
            for function, parts in zip(record.functions, record.parts):
                if not all(map(is_, _parts_of(function), parts)):
                    function.__code__, function.__defaults__, function.__kwdefaults__ = parts
                    broken = f"{record.label}.{function.__name__}"
        self._watch_all()
        return broken


def _restore(record: _Record) -> str | None:
    broken: str | None = None
    current = dict(record.view)
    is_class = isinstance(record.owner, type)
    left_alone = _LAZY | SYSTEM_STATE if record.owner is sys else _LAZY
    for name, value in zip(record.names, record.values):
        if current.pop(name, _MISSING) is value or name in left_alone:
            continue
        if is_class:
            if name in ("__dict__", "__weakref__"):
                continue
            _set_attribute(record.owner, name, value)
        else:
            record.view[name] = value
        if record.relied and _matters(value):
            broken = f"{record.label}.{name}"
    for name, value in current.items():
        if name in left_alone:
            continue
        if is_class:
            _delete_attribute(record.owner, name)
            if record.relied and _matters(value):
                broken = f"{record.label}.{name}"
        elif record.label == "builtins" and name != "_":
            del record.view[name]
    return broken
