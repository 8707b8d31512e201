"""Who goes on, and when: the rules by which a schedule comes about."""

from ..pristine import __builtins__

from collections.abc import Callable
from typing import Protocol

from .strand import Strand

# A strand that spins is interrupted after so many points, whatever the plan.
PATIENCE = 2000


class Policy(Protocol):
    """Decides at each point where more than one strand could go on."""

    def at_point(self, me: Strand, others: list[Strand]) -> Strand | None:
        """Who goes on in place of `me`; None lets it go on itself."""

    def pick(self, me: Strand, ready: list[Strand]) -> Strand:
        """Who goes on now that `me` cannot (or has just been able to again)."""


def after(me: Strand, ready: list[Strand]) -> Strand:
    """The next one round the ring of all strands, in the order in which they were made."""
    later = [strand for strand in ready if strand.order > me.order]
    return later[0] if later else ready[0]


class Slices:
    """Each strand in turn, for so many points at a stretch."""

    def __init__(self, points: Callable[[], int] = lambda: PATIENCE) -> None:
        self._points = points
        self._left = points()

    def at_point(self, me: Strand, others: list[Strand]) -> Strand | None:
        """The next in turn when the slice is over."""
        self._left -= 1
        if self._left > 0:
            return None
        self._left = self._points()
        return after(me, others)

    def pick(self, me: Strand, ready: list[Strand]) -> Strand:
        """The next in turn."""
        self._left = self._points()
        return after(me, ready)


class Plan:
    """A schedule written down: `cuts` says at which point which of the others goes on.

    `picks` says the same for the moments at which somebody has to be chosen. Where the plan says
    nothing a strand goes on as long as it can, and then the next in turn. What is decided is kept
    in `cut` and `picked`, so that any schedule can be written down.
    """

    def __init__(self, cuts: dict[int, int], picks: list[int]) -> None:
        self._cuts, self._picks = cuts, picks
        self.points = 0
        self.cut: dict[int, int] = {}
        self.picked: list[int] = []
        self._spun = 0

    def at_point(self, me: Strand, others: list[Strand]) -> Strand | None:
        """As planned."""
        number = self._choose_cut(len(others))
        point = self.points
        self.points += 1
        if number is None:
            self._spun += 1
            if self._spun < PATIENCE:
                return None
            self._spun = 0
            return after(me, others)
        self._spun = 0
        self.cut[point] = number
        return others[number % len(others)]

    def pick(self, me: Strand, ready: list[Strand]) -> Strand:
        """As planned."""
        self._spun = 0
        if len(ready) == 1:
            return ready[0]
        number = self._choose_pick(me, ready)
        self.picked.append(number)
        return ready[number % len(ready)]

    def _choose_cut(self, _count: int) -> int | None:
        return self._cuts.get(self.points)

    def _choose_pick(self, me: Strand, ready: list[Strand]) -> int:
        position = len(self.picked)
        if position < len(self._picks):
            return self._picks[position]
        return ready.index(after(me, ready))


class Dice(Plan):
    """A schedule by chance, the same for the same `random` numbers."""

    def __init__(self, random: Callable[[], float], often: float) -> None:
        super().__init__({}, [])
        self._random, self._often = random, often

    def _choose_cut(self, count: int) -> int | None:
        return int(self._random() * count) if self._random() < self._often else None

    def _choose_pick(self, _me: Strand, ready: list[Strand]) -> int:
        return int(self._random() * len(ready))
