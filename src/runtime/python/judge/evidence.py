"""What a test measured, as data to draw or to read out; shapes: `Evidence` of the report."""

from .pristine import __builtins__

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_recorded: "list[dict[str, Any] | Draft]" = []


class Draft:
    """Evidence that is only written when it is collected; ``about`` tells drafts apart."""

    def __init__(self, about: object, write: Callable[[], dict[str, Any]]) -> None:
        self.about, self.write = about, write


def record(evidence: dict[str, Any]) -> dict[str, Any]:
    """Add one piece of evidence to the running test and return the same dictionary.

    ``kind`` is one of growth, cost, memory, pulls, timeline, counterexample, interleaving, bugs;
    every kind carries ``text``. The caller may go on updating the dictionary until the test ends.
    """
    if not any(known is evidence for known in _recorded):
        _recorded.append(evidence)
    return evidence


def draft(about: object, write: Callable[[], dict[str, Any]]) -> None:
    """Have `write` make a piece of evidence when it is collected; one for each thing `about`.

    Writing later keeps long evidence out of what is being measured.
    """
    if not any(isinstance(known, Draft) and known.about is about for known in _recorded):
        _recorded.append(Draft(about, write))


def collect() -> list[dict[str, Any]]:
    """Empty the list and return what was in it, in the order of recording."""
    taken = [entry.write() if isinstance(entry, Draft) else entry for entry in _recorded]
    _recorded.clear()
    return taken


def peak_bytes() -> int | None:
    """The largest peak that the running test measured so far, in bytes, or None."""
    peaks = [
        entry["peakBytes"]
        for entry in _recorded
        if isinstance(entry, dict) and entry["kind"] == "memory"
    ]
    return max(peaks, default=None)


@contextmanager
def aside() -> Iterator[None]:
    """Forget what is recorded inside the block."""
    before = list(_recorded)
    try:
        yield
    finally:
        _recorded[:] = before


def reset() -> None:
    """Forget everything (a new test begins)."""
    _recorded.clear()
