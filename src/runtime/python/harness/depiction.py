"""Values as the stepper shows them: plain ones as text, the others as numbered objects.

Nothing of the learner's is called: no `__repr__`, no property, no comparison, no `__len__` or
`__class__` either, so there is no truth of a value here, and no `isinstance`.
"""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import enum
import gc
import itertools
import types
import weakref
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from .text import scrub, type_name

ITEMS: Final = 12
OBJECTS: Final = 40
_TEXT: Final = 60
_DIGITS: Final = 60
_INLINE: Final = 4

_PLAIN = (float, complex, bool, type(None), range, slice, type(...), type(NotImplemented))
_EXACT = (date, datetime, time, timedelta, Decimal, Fraction)
_LISTS = (list, tuple, set, frozenset, deque)
_DICTS = (dict, OrderedDict, defaultdict, Counter)
_PASSING = (
    map, filter, zip, enumerate, reversed, itertools.islice, itertools.chain, itertools.takewhile,
    itertools.dropwhile, itertools.starmap, itertools.pairwise, itertools.batched,
    itertools.zip_longest, itertools.accumulate, itertools.filterfalse, itertools.groupby,
    itertools.cycle, itertools.compress,
)  # fmt: skip
_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType)
_SUSPENDABLE = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
_OWN = ("solution", "tests", "__main__")
_WEAKLY: Final = type.__dict__["__weakrefoffset__"]
_MANY: Final = 1_000

Value = str | int | tuple[int]
"""Text, the number of an object, or (in a tuple of one) the number of a frame."""


def plain(value: object) -> str | None:
    """The value's text where it has no identity worth showing, else None."""
    kind = type(value)
    if kind is str:
        return repr(value) if len(value) <= _TEXT else repr(value[: _TEXT - 1]) + "…"  # type: ignore[arg-type,index]
    if kind is int:
        return str(value) if value.bit_length() < 3 * _DIGITS else "a number of many digits"  # type: ignore[attr-defined]
    if kind in (bytes, bytearray):
        return repr(value) if len(value) <= _TEXT else repr(value[:_TEXT]) + "…"  # type: ignore[arg-type,index]
    if kind in _PLAIN or kind in _EXACT:
        return repr(value)
    if kind in _FUNCTIONS:
        return f"{value.__name__}()"  # type: ignore[attr-defined]
    if issubclass(kind, enum.Enum):
        return f"{type_name(value)}.{value._name_}"
    if issubclass(kind, type):
        return f"class {type.__dict__['__name__'].__get__(value)}"  # type: ignore[index]
    if kind is types.ModuleType:
        return f"module {value.__name__}"  # type: ignore[attr-defined]
    return None


class Numbers:
    """Small numbers for objects: the same one as long as it is known to be the same object.

    Objects that cannot be referred to weakly, such as lists, are known while they are seen in every
    step: to hold them would change when the program's generators are closed.
    """

    def __init__(self) -> None:
        self._lasting: dict[int, tuple[int, weakref.ref[Any]]] = {}
        self._fleeting: dict[int, int] = {}
        self._seen: dict[int, int] = {}
        self._next = 1
        self._many = _MANY

    def of(self, value: object) -> int:
        """The object's number."""
        key = id(value)
        if not _WEAKLY.__get__(type(value)):
            number = self._seen.get(key) or self._fleeting.get(key) or self._new()
            self._seen[key] = number
            return number
        found = self._lasting.get(key)
        if found is None or found[1]() is not value:
            found = self._lasting[key] = (self._new(), weakref.ref(value))
        return found[0]

    def _new(self) -> int:
        self._next += 1
        return self._next - 1

    def turn(self) -> None:
        """A step is over: what it did not show and cannot be recognised is forgotten."""
        self._fleeting, self._seen = self._seen, {}
        if len(self._lasting) > self._many:
            # Not the truth of an object, which may be the learner's `__len__`.
            kept = {k: found for k, found in self._lasting.items() if found[1]() is not None}
            self._lasting, self._many = kept, max(_MANY, 2 * len(kept))


class Depiction:
    """The objects of one step: whatever is asked for, and what that refers to, within bounds."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._queue: list[tuple[int, Any]] = []
        self._asked: set[int] = set()
        self.suspended: list[Any] = []

    def value(self, value: object) -> Value:
        """What stands for the value; the object behind a number comes with `objects`."""
        text = plain(value)
        if text is not None:
            return text
        kind = type(value)
        if kind in _SUSPENDABLE:
            self.suspended.append(value)
            return (self._numbers.of(value),)
        if kind is tuple and len(value) <= _INLINE:  # type: ignore[arg-type]
            parts = [plain(item) for item in value]  # type: ignore[attr-defined]
            if None not in parts:
                return "(" + ", ".join(map(str, parts)) + ("," if len(parts) == 1 else "") + ")"
        if _coroutine_of(value) is not None:
            return self.value(_coroutine_of(value))
        if not _is_open(value):
            return _described(value)
        number = self._numbers.of(value)
        if number not in self._asked:
            if len(self._asked) >= OBJECTS:
                return f"{type_name(value)} …"
            self._asked.add(number)
            self._queue.append((number, value))
        return number

    def objects(self) -> Iterator[tuple[int, str, str, tuple[Any, ...], int]]:
        """Number, kind, type, contents and how many of those are left out, object by object."""
        while self._queue:
            number, value = self._queue.pop(0)
            kind, contents, size = self._contents(value)
            yield number, kind, type_name(value), contents, max(0, size - ITEMS)

    def _contents(self, value: Any) -> tuple[str, tuple[Any, ...], int]:
        if issubclass(type(value), dict) and not _fields(value):
            pairs = list(itertools.islice(dict.items(value), ITEMS))
            shown = tuple((self.value(key), self.value(item)) for key, item in pairs)
            return "dict", shown, dict.__len__(value)
        for base in _LISTS:
            if issubclass(type(value), base) and not _fields(value):
                items = list(itertools.islice(base.__iter__(value), ITEMS))
                named = getattr(type(value), "_fields", None) if base is tuple else None
                if type(named) is tuple:
                    pairs = zip(named, items)
                    return "fields", tuple((str(n), self.value(item)) for n, item in pairs), len(named)
                name = "set" if base in (set, frozenset) else base.__name__
                return name, tuple(self.value(item) for item in items), base.__len__(value)
        if type(value) in _PASSING:
            held = gc.get_referents(value)
            held += [each for group in held if type(group) is tuple for each in group]
            sources = [each for each in held if hasattr(type(each), "__next__")]
            return "iterator", tuple(self.value(each) for each in sources[:ITEMS]), 0
        fields = _fields(value)
        shown = tuple((name, self.value(item)) for name, item in fields[:ITEMS])
        return "fields", shown, len(fields)


def _is_open(value: object) -> bool:
    kind = type(value)
    if kind in _LISTS or kind in _DICTS or kind in _PASSING or issubclass(kind, tuple):
        return True
    return _is_own(kind)


def _is_own(kind: type) -> bool:
    module = type.__dict__["__module__"].__get__(kind)  # type: ignore[index]
    return isinstance(module, str) and module in _OWN


def _described(value: object) -> str:
    kind = type(value)
    name = type_name(value)
    module = type.__dict__["__module__"].__get__(kind)  # type: ignore[index]
    if issubclass(kind, BaseException):
        arguments = BaseException.args.__get__(value)  # type: ignore[attr-defined]
        parts = [plain(each) or type_name(each) for each in arguments[:_INLINE]]
        return f"{name}({', '.join(parts)})"
    if module == "judge.source":
        return scrub(repr(value)).strip("<>")
    if module == "asyncio.locks" and hasattr(value, "_locked"):
        return f"{name} ({'held' if value._locked else 'free'})"
    if module == "asyncio.locks" and name == "Event":
        return f"{name} ({'set' if value._value else 'not set'})"  # type: ignore[attr-defined]
    if module == "asyncio.locks" and isinstance(getattr(value, "_value", None), int):
        return f"{name} ({value._value} free)"  # type: ignore[attr-defined]
    if module == "asyncio.queues":
        return f"{name} ({len(value._queue)} items)"  # type: ignore[attr-defined]
    return name.replace("_", " ")


def _coroutine_of(value: object) -> Any:
    """The coroutine of an asyncio task that has not ended."""
    if not issubclass(type(value), asyncio.Task):
        return None
    coroutine = value.get_coro()  # type: ignore[attr-defined]
    return coroutine if type(coroutine) is types.CoroutineType and coroutine.cr_frame else None


def _fields(value: object) -> list[tuple[str, Any]]:
    """Names and values of an instance of one of the program's own classes."""
    kind = type(value)
    if not _is_own(kind):
        return []
    found: dict[str, Any] = {}
    for base in reversed(type.mro(kind)):
        for name, member in list(vars(base).items()):
            if type(member) is types.MemberDescriptorType:
                try:
                    found[name] = member.__get__(value, kind)
                except AttributeError:
                    continue
    try:
        own = object.__getattribute__(value, "__dict__")
    except AttributeError:
        own = {}
    if type(own) is dict:
        found.update(own)
    shown = [(name, item) for name, item in found.items() if type(name) is str]
    return [(name, item) for name, item in shown if not name.startswith("__")]
