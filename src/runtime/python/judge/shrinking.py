"""Finding the simplest row of choices that still fails."""

from .pristine import __builtins__

from collections.abc import Callable, Sequence

Row = tuple[int, ...]
Span = tuple[int, int]
"""Where in a row one element of a list begins and ends."""
Played = tuple[Row, Sequence[Span]]
"""The row that was really used, and its spans."""

_BLOCKS = (8, 4, 3, 2, 1)


def key(row: Row) -> tuple[int, Row]:
    """The order of simplicity: the shorter row, then the one with the smaller numbers."""
    return len(row), row


class Shrinker:
    """Makes a failing row simpler until no pass helps or `may_go_on` says no."""

    def __init__(
        self,
        played: Played,
        fails: Callable[[Row], Played | None],
        may_go_on: Callable[[], bool],
    ) -> None:
        self.row, self.spans = played
        self._fails = fails
        self._may_go_on = may_go_on
        self._tried: set[Row] = {self.row}

    def shrink(self) -> Row:
        """The simplest failing row that was found; `fails` has seen it last among the simplest."""
        while True:
            before = self.row
            for step in (
                self._without_elements, self._without_blocks, self._zeroed, self._lowered,
                self._swapped, self._moved, self._lowered_together,
            ):  # fmt: skip
                step()
            if self.row == before or not self._may_go_on():
                return self.row

    def _try(self, row: Row) -> bool:
        if row in self._tried or not self._may_go_on():
            return False
        self._tried.add(row)
        played = self._fails(row)
        if played is None or key(played[0]) >= key(self.row):
            return False
        self.row, self.spans = played
        return True

    def _without_elements(self) -> None:
        at = 0
        while at < len(self.spans):
            start, end = sorted(self.spans, key=lambda span: span[0] - span[1])[at]
            if not self._try(self.row[:start] + self.row[end:]):
                at += 1

    def _without_blocks(self) -> None:
        for size in _BLOCKS:
            at = len(self.row) - size
            while at >= 0:
                self._try(self.row[:at] + self.row[at + size :])
                at = min(at, len(self.row) - size + 1) - 1

    def _zeroed(self) -> None:
        for start, end in list(self.spans):
            self._try(self.row[:start] + (0,) * (end - start) + self.row[end:])
        for at in range(len(self.row)):
            self._set(at, 0)

    def _lowered(self) -> None:
        """Each number as low as it goes, by halving the distance to what passes."""
        at = 0
        while at < len(self.row):
            low = -1
            while at < len(self.row) and self.row[at] - low > 1:
                middle = (low + self.row[at]) // 2
                if not self._set(at, middle):
                    low = middle
            # Numbers that stand for positive and negative alike fail on one side only.
            while at < len(self.row) and self.row[at] > 1 and self._set(at, self.row[at] - 2):
                pass
            at += 1

    def _swapped(self) -> None:
        for at in range(len(self.row) - 1):
            row = self.row
            for gap in (1, 2):
                if at + gap < len(row) and row[at] > row[at + gap]:
                    swapped = list(row)
                    swapped[at], swapped[at + gap] = row[at + gap], row[at]
                    self._try(tuple(swapped))

    def _moved(self) -> None:
        """One number added to a later one near it: for failures that need a sum."""
        for first in range(len(self.row)):
            for second in range(first + 1, first + 4):
                if second < len(self.row) and self.row[first]:
                    moved = list(self.row)
                    moved[second] += moved[first]
                    moved[first] = 0
                    self._try(tuple(moved))

    def _lowered_together(self) -> None:
        """Equal numbers near each other, both lower: for failures that need a repetition."""
        for first in range(len(self.row)):
            for second in range(first + 1, first + 9):
                for number in (0, 1, None):
                    row = self.row
                    if second >= len(row) or row[first] != row[second] or not row[first]:
                        break
                    lower = row[first] - 1 if number is None else number
                    if lower < row[first]:
                        both = list(row)
                        both[first] = both[second] = lower
                        if self._try(tuple(both)):
                            break

    def _set(self, at: int, number: int) -> bool:
        if at >= len(self.row) or self.row[at] <= number:
            return False
        return self._try(self.row[:at] + (number,) + self.row[at + 1 :])
