"""A picture of a value, deep enough to tell later what was changed in it, and where."""

from .pristine import __builtins__

from array import array
from collections import deque
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Any

from .wording import show

_SEQUENCES = (list, tuple, deque)
_SETS = (set, frozenset)
_PLAIN = (
    int, float, complex, str, bytes, bool, type(None), type(Ellipsis), type, range,
    FunctionType, BuiltinFunctionType, MethodType, ModuleType, CodeType,
)  # fmt: skip
_DEPTH = 60
_SAME = object()


class Snapshot:
    """What `value` was at this moment.

    Looks into lists, tuples, deques, dictionaries, sets, byte arrays, arrays and the attributes
    of objects. Anything else (a number, a function, an iterator) counts as changed when it was
    replaced.
    """

    def __init__(self, value: object) -> None:
        self._value = value
        self._seen: dict[int, _Node] = {}
        self._node = self._picture(value, 0)

    def change(self, name: str, now: object = _SAME) -> str | None:
        """The first change as a clause, with its path below `name`; None if there is none.

        `now` is what is in the value's place at present, if it may have been replaced.
        """
        return self._compare(self._node, self._value if now is _SAME else now, name, set())

    def _picture(self, value: object, depth: int) -> "_Node":
        known = self._seen.get(id(value))
        if known is not None:
            return known
        node = _Node(value)
        self._seen[id(value)] = node
        if isinstance(value, _PLAIN) or depth > _DEPTH:
            return node
        parts = _parts(value)
        if parts is not None:
            node.shown = show(value)
            node.parts = {key: self._picture(part, depth + 1) for key, part in parts.items()}
        return node

    def _compare(self, node: "_Node", now: object, path: str, done: set[int]) -> str | None:
        if now is not node.value:
            if type(now) is type(node.value) and node.parts is None and _equal(now, node.value):
                return None
            return f"{path} was {node.shown or show(node.value)} and is now {show(now)}"
        if node.parts is None or id(node) in done:
            return None
        done.add(id(node))
        parts = _parts(now) or {}
        was, found = list(node.parts), list(parts)
        if isinstance(now, _SETS):
            if set(was) != set(found):
                return f"{path} was {node.shown} and is now {show(now)}"
            return None
        if len(was) != len(found):
            return f"{path} was {node.shown} and is now {show(now)}"
        if was != found:
            return f"{path} has its keys changed or reordered: it is now {show(now)}"
        for key, part in parts.items():
            told = self._compare(node.parts[key], part, path + _step(now, key), done)
            if told is not None:
                return told
        return None


class _Node:
    """One value in the picture: the object itself (kept alive) and pictures of its parts."""

    __slots__ = ("parts", "shown", "value")

    def __init__(self, value: object) -> None:
        self.value = value
        self.parts: dict[Any, _Node] | None = None
        self.shown = ""


def _parts(value: object) -> dict[Any, Any] | None:
    """What a value consists of, by key; None for a value that is looked at as a whole."""
    if isinstance(value, _SEQUENCES):
        return dict(enumerate(value))
    if isinstance(value, dict):
        return {_Key(key): part for key, part in value.items()}
    if isinstance(value, _SETS):
        return {_Key(item): None for item in value}
    if isinstance(value, (bytearray, array, memoryview)):
        return {"contents": bytes(value)}
    attributes: dict[Any, Any] = {}
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for slot in (slots,) if isinstance(slots, str) else slots:
            name = f"_{kind.__name__.lstrip('_')}{slot}" if _is_private(slot) else slot
            if slot not in ("__dict__", "__weakref__") and hasattr(value, name):
                attributes[name] = getattr(value, name)
    attributes.update(getattr(value, "__dict__", None) or {})
    return attributes or None


def _is_private(name: str) -> bool:
    return name.startswith("__") and not name.endswith("__")


class _Key:
    """A dictionary's key or a set's item, by identity or by plain equality; hashes cheaply."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (
            self.value is other.value or _equal(self.value, other.value)
        )


def _equal(one: object, other: object) -> bool:
    try:
        return bool(one == other)
    except Exception:
        return False


def _step(owner: object, key: object) -> str:
    if isinstance(key, _Key):
        return f"[{show(key.value)}]"
    if isinstance(owner, _SEQUENCES):
        return f"[{key}]"
    return f".{key}" if key != "contents" else ""
