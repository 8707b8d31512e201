"""What a learner's function hands back: an iterator, a generator, its first items."""

from .pristine import __builtins__

from collections.abc import Iterable
from inspect import iscoroutine, isgenerator
from typing import Any

from .failure import Failure
from .wording import show


def assert_iterator(obj: object) -> None:
    """Fail unless `obj` is an iterator: it has ``__next__``, and ``iter(obj)`` is itself."""
    if hasattr(type(obj), "__next__") and hasattr(type(obj), "__iter__"):
        return
    raise Failure(
        f"An iterator was expected, which makes its items one by one as they are asked for; "
        f"your function returned {_described(obj)}.",
        expected="an iterator",
        actual=_described(obj),
    )


def assert_generator(obj: object) -> None:
    """Fail unless `obj` is a generator object."""
    if isgenerator(obj):
        return
    raise Failure(
        f"A generator was expected (a function with `yield`, or a generator expression, makes "
        f"one); your function returned {_described(obj)}.",
        expected="a generator",
        actual=_described(obj),
    )


def take(n: int, iterable: Iterable[Any]) -> list[Any]:
    """The first `n` items (fewer if it ends earlier), asking exactly `n` times at most."""
    items: list[Any] = []
    if n > 0:
        for item in iterable:
            items.append(item)
            if len(items) == n:
                break
    return items


def _described(obj: object) -> str:
    if obj is None:
        return "None (is a `yield` or `return` missing?)"
    if iscoroutine(obj):
        obj.close()
        return "a coroutine (was `await` forgotten, or `async` not wanted?)"
    kind = type(obj).__name__
    return f"{'an' if kind[:1].lower() in 'aeiou' else 'a'} {kind}: {show(obj)}"
