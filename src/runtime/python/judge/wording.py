"""Values and numbers as a learner should read them: short, exact and the same every time."""

from .pristine import __builtins__

import reprlib
from array import array
from collections import deque
from collections.abc import Sequence
from math import floor, log10
from re import compile as _compile

_ADDRESS = _compile(r"0x[0-9a-fA-F]{4,}")


class _Shortener(reprlib.Repr):
    """`reprlib` that keeps the order of dictionaries, which can be the point of a test."""

    def repr1(self, x: object, level: int) -> str:
        # The inherited one asks for attributes by names made anew each time, and CPython's method
        # cache keeps thousands of those alive: memory that a test would measure.
        name = _METHODS.get(type(x))
        return getattr(self, name)(x, level) if name else self.repr_instance(x, level)

    def repr_dict(self, x: dict, level: int) -> str:
        if level <= 0:
            return "{...}"
        items = [
            f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}"
            for _, key in zip(range(self.maxdict), x)
        ]
        if len(x) > self.maxdict:
            items.append("...")
        return "{" + ", ".join(items) + "}"


_METHODS = {
    kind: "repr_" + kind.__name__
    for kind in (int, str, list, tuple, dict, set, frozenset, deque, array)
}
_DIRECT = (float, bool, type(None))


def _shortener(items: int, text: int) -> _Shortener:
    return _Shortener(
        maxlevel=6, maxtuple=items, maxlist=items, maxarray=items, maxdict=items, maxset=items,
        maxfrozenset=items, maxdeque=items, maxstring=text, maxlong=80, maxother=text,
    )


_BRIEF = _shortener(12, 60)
_FULL = _shortener(60, 300)


def show(value: object, *, full: bool = False) -> str:
    """`repr` cut to a readable length, without memory addresses; never raises an `Exception`.

    ``full`` allows about 600 characters instead of 160.
    """
    limit = 600 if full else 160
    if _is_short(value):
        return repr(value)
    try:
        text = (_FULL if full else _BRIEF).repr(value)
    except Exception:
        text = f"<{type(value).__name__} that cannot be shown>"
    text = without_addresses(text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _is_short(value: object) -> bool:
    """Whether the value's own `repr` is sure to be short."""
    kind = type(value)
    if kind is int:
        return -(10**18) < value < 10**18  # type: ignore[operator]
    if kind is str:
        return len(value) <= 60  # type: ignore[arg-type]
    return kind in _DIRECT


def without_addresses(text: str) -> str:
    """The text with memory addresses replaced, as they differ from run to run."""
    return _ADDRESS.sub("0x…", text)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``1 item``, ``3 items``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}".replace(",", " ")


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def significant(number: float, digits: int = 3) -> float:
    """A number rounded to so many significant digits; an int stays an int."""
    if not number:
        return number
    return round(number, digits - 1 - floor(log10(abs(number))))


def steps(number: float) -> str:
    """A cost in words: ``940 steps``, ``12.3 thousand steps``, ``4.05 million steps``."""
    for size, word in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if number >= size:
            return f"{significant(number / size):.3g} {word} steps"
    return f"{significant(number):.3g} steps"


def size(number: int) -> str:
    """Bytes in words: ``640 B``, ``12.5 KiB``, ``3.0 MiB``."""
    for unit, word in ((1 << 20, "MiB"), (1 << 10, "KiB")):
        if number >= unit:
            return f"{number / unit:.1f} {word}"
    return f"{number} B"


def seconds(number: float) -> str:
    """Virtual seconds: ``2 s``, ``0.25 s``."""
    return f"{round(number, 6):g} s"


def at_line(line: int | None) -> str:
    """``your line 6``, or ``your program`` when no line is known."""
    return "your program" if line is None else f"your line {line}"


def listed(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
