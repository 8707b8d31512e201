"""Descriptions of inputs to generate; every one shrinks towards its simplest value."""

from .pristine import __builtins__

from collections.abc import Callable, Hashable, Sequence
from math import ceil, floor
from typing import Any

from .choices import Choices, Rejected

__all__ = [
    "Strategy", "booleans", "builds", "dictionaries", "floats", "integers", "just", "lists",
    "one_of", "sampled_from", "text", "tuples",
]  # fmt: skip

_TRIES = 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DENOMINATORS = (1, 2, 4, 8, 16, 64, 256, 1024)


class Strategy[T]:
    """Makes values of one kind out of `Choices`."""

    def __init__(self, draw: Callable[[Choices], T]) -> None:
        self.draw = draw

    def map[U](self, function: Callable[[T], U]) -> "Strategy[U]":
        """The values of this strategy, each passed through `function`."""
        return Strategy(lambda choices: function(self.draw(choices)))

    def filter(self, accept: Callable[[T], bool]) -> "Strategy[T]":
        """Only the values that `accept` likes; it should like most of them."""

        def draw(choices: Choices) -> T:
            for _ in range(_TRIES):
                value = self.draw(choices)
                if accept(value):
                    return value
            raise Rejected

        return Strategy(draw)


def integers(lo: int, hi: int) -> Strategy[int]:
    """Whole numbers from `lo` to `hi`, both included; simplest is the one nearest to 0."""
    if lo > hi:
        raise ValueError(f"integers({lo}, {hi}): the range is empty")
    nearest = min(max(0, lo), hi)

    def draw(choices: Choices) -> int:
        return _zigzag(choices.below(hi - lo + 1), lo, hi, nearest)

    return Strategy(draw)


def floats(lo: float, hi: float) -> Strategy[float]:
    """Finite fractions from `lo` to `hi` with few binary digits; simplest is nearest to 0."""
    usable = [d for d in _DENOMINATORS if ceil(lo * d) <= floor(hi * d)]
    if not usable:
        raise ValueError(f"floats({lo}, {hi}): the range is empty or too small")

    def draw(choices: Choices) -> float:
        denominator = usable[choices.below(len(usable))]
        low, high = ceil(lo * denominator), floor(hi * denominator)
        nearest = min(max(0, low), high)
        return _zigzag(choices.below(high - low + 1), low, high, nearest) / denominator

    return Strategy(draw)


def booleans() -> Strategy[bool]:
    """False (simplest) and True."""
    return Strategy(lambda choices: choices.below(2) == 1)


def text(alphabet: str = _LETTERS, max_size: int = 20) -> Strategy[str]:
    """Strings over `alphabet`; simplest is the empty one, then its first characters."""
    return lists(sampled_from(alphabet), max_size=max_size).map("".join)


def just[T](value: T) -> Strategy[T]:
    """Always the same object."""
    return Strategy(lambda choices: value)


def sampled_from[T](items: Sequence[T]) -> Strategy[T]:
    """One of the items; the earlier the simpler."""
    pool = list(items)
    if not pool:
        raise ValueError("sampled_from needs at least one item")
    return Strategy(lambda choices: pool[choices.below(len(pool))])


def one_of(*strategies: Strategy[Any]) -> Strategy[Any]:
    """A value of one of the strategies; the earlier the simpler."""
    chosen = sampled_from(strategies)
    return Strategy(lambda choices: chosen.draw(choices).draw(choices))


def lists[T](
    elements: Strategy[T], min_size: int = 0, max_size: int = 20, unique: bool = False
) -> Strategy[list[T]]:
    """Lists of `min_size` to `max_size` elements; shorter is simpler.

    With ``unique`` no two elements are equal (they must be hashable).
    """

    def draw(choices: Choices) -> list[T]:
        items: list[T] = []
        seen: set[Hashable] = set()
        chance = _chance(choices, max_size - min_size)
        while len(items) < max_size:
            start = len(choices.row)
            if len(items) >= min_size and not choices.more(chance):
                break
            item = elements.draw(choices)
            if unique:
                if item in seen:
                    if len(items) >= min_size:
                        continue
                    item = _fresh(elements, choices, seen)
                seen.add(item)
            items.append(item)
            choices.spans.append((start, len(choices.row)))
        return items

    return Strategy(draw)


def tuples(*strategies: Strategy[Any]) -> Strategy[tuple[Any, ...]]:
    """Tuples with one value of each strategy."""
    return Strategy(lambda choices: tuple([each.draw(choices) for each in strategies]))


def dictionaries[K, V](
    keys: Strategy[K], values: Strategy[V], max_size: int = 10
) -> Strategy[dict[K, V]]:
    """Dictionaries of up to `max_size` entries; fewer is simpler."""
    return lists(tuples(keys, values), max_size=max_size).map(dict)


def builds[T](function: Callable[..., T], *strategies: Strategy[Any]) -> Strategy[T]:
    """What `function` makes of one value of each strategy."""
    return tuples(*strategies).map(lambda arguments: function(*arguments))


def _zigzag(k: int, lo: int, hi: int, nearest: int) -> int:
    """The k-th number of lo..hi by distance from `nearest`, the upper neighbour first."""
    near = min(nearest - lo, hi - nearest)
    if k <= 2 * near:
        return nearest + (k + 1) // 2 if k % 2 else nearest - k // 2
    return nearest + (k - near) if hi - nearest > near else nearest - (k - near)


def _chance(choices: Choices, room: int) -> float:
    """How likely one more element is; drawn anew for each list, so that lengths vary widely."""
    if room <= 0:
        return 0.0
    average = (0.5, 2.0, room / 4, room / 2, room)[choices.fate(5)]
    return average / (average + 1.0)


def _fresh[T](elements: Strategy[T], choices: Choices, seen: set[Any]) -> T:
    for _ in range(_TRIES):
        item = elements.draw(choices)
        if item not in seen:
            return item
    raise Rejected
