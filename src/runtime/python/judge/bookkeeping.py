"""Memory that the judge itself takes for its notes, so that it can be left out of a peak."""

from .pristine import __builtins__

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from sys import getsizeof
from tracemalloc import get_traced_memory, is_tracing


class _Taken:
    bytes = 0


_taken = _Taken()


@contextmanager
def own_notes() -> Iterator[None]:
    """Count what is allocated inside, while memory is traced, as the judge's own."""
    if not is_tracing():
        yield
        return
    before = get_traced_memory()[0]
    try:
        yield
    finally:
        _taken.bytes += max(0, get_traced_memory()[0] - before)


def count_small(values: Iterable[object]) -> None:
    """Count numbers and strings that a note keeps alive, though the program made them."""
    if is_tracing():
        _taken.bytes += sum([getsizeof(v) for v in values if isinstance(v, (int, float, str))])


def noted_bytes() -> int:
    """Bytes of notes taken so far while memory was traced; only ever grows."""
    return _taken.bytes
