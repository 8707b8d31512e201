"""Values and messages as text: bounded, safe against hostile objects, the same on every device."""

from __future__ import annotations

from .pristine import __builtins__

import re
from typing import Final

REPR_LIMIT: Final = 1000
_DEPTH: Final = 40
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{4,}\b")
_SIMPLE = frozenset({int, float, complex, bool, type(None), str, bytes, range, type(Ellipsis)})
_BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", dict: "{}"}


class _Full(Exception):
    """The text is long enough."""


def cut(text: str, limit: int) -> str:
    """The text, at most `limit` characters long, with a visible cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def scrub(text: str) -> str:
    """The text without memory addresses, which differ from device to device."""
    return _ADDRESS.sub("at 0x…", text).encode("utf-8", "backslashreplace").decode("utf-8")


def show(value: object, limit: int = REPR_LIMIT) -> str:
    """`repr(value)`, at most `limit` characters, whatever the value does to stop us."""
    parts: list[str] = []
    try:
        _write(value, parts, [limit + 1], ())
    except _Full:
        pass
    except MemoryError:
        return f"<{type_name(value)} whose repr() does not fit in memory>"
    return cut(scrub("".join(parts)), limit)


def brief(value: object) -> str:
    """A repr short enough for the middle of a sentence."""
    return show(value, 80)


def type_name(value: object) -> str:
    """The name of the value's class, without asking the value itself."""
    return type.__dict__["__name__"].__get__(type(value))


def text_of(error: BaseException) -> str:
    """`str(error)`, or a stand-in when that raises or is not a string."""
    try:
        return scrub(str.__str__(str(error)))
    except Exception as second:
        return f"<its __str__ raised {type_name(second)}>"


def one_line(text: str, limit: int = 300) -> str:
    """The text's first line that says something."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return cut(line, limit)


def closed(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def rounded(cost: int) -> int:
    """A cost with three significant digits, which is all that is stable."""
    return 0 if cost <= 0 else int(float(f"{cost:.2e}"))


def grouped(number: int) -> str:
    """1000000 as `1 000 000`."""
    return f"{number:,}".replace(",", "\u00a0")


def plural(count: int, noun: str) -> str:
    """`1 argument`, `2 arguments`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _put(text: str, parts: list[str], room: list[int]) -> None:
    parts.append(text[: room[0]])
    room[0] -= len(text)
    if room[0] <= 0:
        raise _Full


def _simple(value: object, room: int) -> str:
    kind = type(value)
    if kind is int and value.bit_length() > 14_000:  # type: ignore[attr-defined]
        return f"<an integer of {value.bit_length()} bits>"  # type: ignore[attr-defined]
    if kind is str or kind is bytes:
        return repr(value[:room])  # type: ignore[index]
    return repr(value)


def _write(value: object, parts: list[str], room: list[int], above: tuple[int, ...]) -> None:
    kind = type(value)
    if kind in _SIMPLE:
        _put(_simple(value, room[0]), parts, room)
    elif kind not in _BRACKETS:
        _put(_foreign(value, room[0]), parts, room)
    elif not value and kind in (set, frozenset):
        _put(f"{kind.__name__}()", parts, room)
    elif id(value) in above or len(above) > _DEPTH:
        _put("...".join(_BRACKETS[kind]), parts, room)
    else:
        _write_items(value, kind, parts, room, (*above, id(value)))


def _write_items(
    value: object, kind: type, parts: list[str], room: list[int], above: tuple[int, ...]
) -> None:
    left, right = _BRACKETS[kind]
    if kind is frozenset:
        left, right = "frozenset({", "})"
    _put(left, parts, room)
    for number, item in enumerate(_in_order(value, kind)):
        if number:
            _put(", ", parts, room)
        _write(item, parts, room, above)
        if kind is dict:
            _put(": ", parts, room)
            _write(value[item], parts, room, above)  # type: ignore[index]
    if kind is tuple and len(value) == 1:  # type: ignore[arg-type]
        _put(",", parts, room)
    _put(right, parts, room)


def _in_order(value: object, kind: type) -> object:
    """A set of plain numbers or strings is shown sorted: two of them compare at a glance."""
    if kind in (set, frozenset):
        kinds = {type(item) for item in value}  # type: ignore[attr-defined]
        if kinds == {str} or kinds <= {int, float, bool}:
            return sorted(value)  # type: ignore[call-overload]
    return list(value) if kind is dict else value  # type: ignore[call-overload]


def _foreign(value: object, room: int) -> str:
    try:
        shown = repr(value)
        return str.__str__(shown[: room + 1])
    except RecursionError:
        return f"<{type_name(value)} whose repr() never ends>"
    except MemoryError:
        raise
    except Exception as error:
        return f"<{type_name(value)} whose repr() raised {type_name(error)}>"
