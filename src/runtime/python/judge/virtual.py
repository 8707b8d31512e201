"""Time that passes only when somebody waits for it."""

from .pristine import __builtins__

EPOCH = 1000.0
"""What ``loop.time()`` says at virtual second 0; not 0, which would be false in a condition."""


class VirtualTime:
    """Seconds since a clock started, kept to a whole number of nanoseconds.

    A branch is the time of a pretended thread: it starts at the time of its trunk and moves on
    by itself. Only the trunk moves the interpreter's wall clock.
    """

    def __init__(self, trunk: "VirtualTime | None" = None) -> None:
        self.trunk = trunk
        self.now = trunk.now if trunk is not None else 0.0

    def move_to(self, now: float) -> None:
        """Let time pass until `now`; it never goes back."""
        now = round(now, 9)
        passed = now - self.now
        if passed <= 0:
            return
        self.now = now
        if self.trunk is None:
            _total[0] = round(_total[0] + passed, 9)
            _advance(passed)

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.move_to(self.now + seconds)


_total = [0.0]


def total() -> float:
    """Virtual seconds on all clocks since the interpreter started."""
    return _total[0]


def _advance(seconds: float) -> None:
    """Move ``time.time()`` and its like along, where the interpreter has a movable clock."""
    try:
        from _dryrun import advance
    except ImportError:
        return
    advance(seconds)
