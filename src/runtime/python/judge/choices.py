"""The row of numbers from which a generated value is made: the thing that is shrunk.

A strategy draws whole numbers. Whatever it builds from them can be built again from the same
row, so a simpler value is found by trying simpler rows (shorter first, then smaller numbers).
"""

from .pristine import __builtins__

from random import Random


class Rejected(Exception):
    """The row of choices makes no value (a filter refused, a unique list ran out)."""


class Choices:
    """A row of whole numbers, drawn from a seed or played back.

    Played back, a number too large for its place is cut down to fit, and after the end of the
    row every draw is 0, which is always the simplest choice. ``row`` is what was really used;
    ``spans`` tells where in it each element of a list begins and ends.
    """

    def __init__(self, random: Random | None = None, replay: tuple[int, ...] = ()) -> None:
        self.row: list[int] = []
        self.spans: list[tuple[int, int]] = []
        self._random = random
        self._replay = replay

    def below(self, bound: int) -> int:
        """A number in ``range(bound)``; smaller means simpler. `bound` is at least 1."""
        if self._random is None:
            at = len(self.row)
            number = min(self._replay[at], bound - 1) if at < len(self._replay) else 0
        else:
            number = self._draw(self._random, bound)
        self.row.append(number)
        return number

    def more(self, chance: float) -> bool:
        """Whether to go on with one more element; `chance` is between 0 and 1."""
        if self._random is None:
            return self.below(2) == 1
        self.row.append(int(self._random.random() < chance))
        return self.row[-1] == 1

    def fate(self, bound: int) -> int:
        """A number in ``range(bound)`` that only steers the drawing and is not part of the row."""
        return 0 if self._random is None else self._random.randrange(bound)

    @staticmethod
    def _draw(random: Random, bound: int) -> int:
        kind = random.random()
        if kind < 0.05:
            return 0
        if kind < 0.1:
            return bound - 1
        if kind < 0.35:
            return random.randrange(min(bound, 16))
        return random.randrange(bound)
