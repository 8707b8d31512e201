"""What a test measured, as data to draw or to read out; shapes: `Evidence` of the report."""

from .pristine import __builtins__

from typing import Any

_recorded: list[dict[str, Any]] = []


def record(evidence: dict[str, Any]) -> dict[str, Any]:
    """Add one piece of evidence to the running test and return the same dictionary.

    ``kind`` is one of growth, cost, memory, pulls, timeline, counterexample, interleaving; every
    kind carries ``text``. The caller may go on updating the dictionary until the test ends.
    """
    if not any(known is evidence for known in _recorded):
        _recorded.append(evidence)
    return evidence


def collect() -> list[dict[str, Any]]:
    """Empty the list and return what was in it, in the order of recording."""
    taken = list(_recorded)
    _recorded.clear()
    return taken


def peak_bytes() -> int | None:
    """The largest peak that the running test measured so far, in bytes, or None."""
    peaks = [entry["peakBytes"] for entry in _recorded if entry["kind"] == "memory"]
    return max(peaks, default=None)


def reset() -> None:
    """Forget everything (a new test begins)."""
    _recorded.clear()
