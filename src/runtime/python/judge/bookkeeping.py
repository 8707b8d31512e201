"""Memory that the judge itself takes for its notes, so that it can be left out of a peak."""

from .pristine import __builtins__

from sys import getsizeof
from tracemalloc import is_tracing

_SLOTS = 12
"""Bytes that a note takes in the lists that hold it, their spare room included."""


class _Taken:
    bytes = 0


_taken = _Taken()


def note(*objects: object) -> None:
    """Count objects that are kept by a note, while memory is traced.

    Their sizes are added up. The difference that `tracemalloc` sees would be too small: CPython
    takes many small objects from free lists that the program has filled.
    """
    if is_tracing():
        _taken.bytes += _SLOTS + sum([getsizeof(each) for each in objects])


def note_values(values: tuple[object, ...]) -> None:
    """Count numbers and strings that a note keeps alive, though the program made them."""
    if is_tracing():
        _taken.bytes += sum([getsizeof(v) for v in values if isinstance(v, (int, float, str))])


def noted_bytes() -> int:
    """Bytes of notes taken so far while memory was traced; only ever grows."""
    return _taken.bytes
