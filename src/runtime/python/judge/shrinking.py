"""Finding the simplest row of choices that still fails."""

from .pristine import __builtins__

from collections.abc import Callable, Iterator

Row = tuple[int, ...]

_SPANS = (16, 8, 4, 3, 2, 1)


def shrink(row: Row, fails: Callable[[Row], Row | None], attempts: int) -> Row:
    """The simplest failing row reachable from `row` within so many attempts.

    `fails` plays a row back and returns the row really used when it still fails, else None.
    Shorter is simpler; of equal length, the smaller in order of its numbers.
    """
    best = row
    tried: set[Row] = {row}
    improved = True
    while improved and attempts > 0:
        improved = False
        for candidate in _simpler(best):
            if candidate in tried:
                continue
            if attempts <= 0:
                break
            attempts -= 1
            tried.add(candidate)
            used = fails(candidate)
            if used is not None and _key(used) < _key(best):
                best = used
                improved = True
                break
    return best


def _key(row: Row) -> tuple[int, Row]:
    return len(row), row


def _simpler(row: Row) -> Iterator[Row]:
    """Simpler rows, the boldest steps first."""
    for span in _SPANS:
        for start in range(len(row) - span, -1, -1):
            yield row[:start] + row[start + span :]
    for span in _SPANS:
        for start in range(len(row) - span + 1):
            if any(row[start : start + span]):
                yield row[:start] + (0,) * span + row[start + span :]
    for at, number in enumerate(row):
        step = number // 2
        while step > 0:
            yield row[:at] + (number - step,) + row[at + 1 :]
            step //= 2
        if number > 0:
            yield row[:at] + (number - 1,) + row[at + 1 :]
        if number > 2:
            yield row[:at] + (number - 2,) + row[at + 1 :]
    for at in range(len(row) - 1):
        if row[at] > row[at + 1]:
            yield row[:at] + (row[at + 1], row[at]) + row[at + 2 :]
    for first in range(len(row)):
        for second in range(first + 1, min(len(row), first + 9)):
            if row[first] == row[second] and row[first] > 0:
                smaller = list(row)
                smaller[first] = smaller[second] = row[first] // 2
                yield tuple(smaller)
                smaller[first] = smaller[second] = row[first] - 1
                yield tuple(smaller)
