"""Stacks for strands: the interpreter suspends one and goes on with another."""

from ..pristine import __builtins__

import select
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .strand import Strand

# Far from any time that a program would poll for; see worker/stacks.ts.
_SWITCH = 1_500_000_000
_poll = select.poll


class Stacks:
    """Carriers by number; 0 is the stack on which the interpreter was called.

    A carrier is used again when its strand has ended. Switching is a call of ``poll`` that
    suspends: the cheapest way out of Python that does.
    """

    def __init__(
        self, run: "Callable[[Strand], Strand]", protect: "Callable[[], None]"
    ) -> None:
        self._run, self._protect = run, protect
        self._polls = [_poll().poll]
        self._strands: "list[Strand | None]" = [None]
        self._idle: list[int] = []

    def take(self, strand: "Strand") -> int:
        """A carrier for a strand, which begins when it is first switched to."""
        if self._idle:
            number = self._idle.pop()
        else:
            number = len(self._polls)
            self._polls.append(_poll().poll)
            self._strands.append(None)
        self._strands[number] = strand
        return number

    def carry(self, number: int) -> None:
        """The life of a carrier: one strand after another."""
        self._protect()
        while True:
            strand = self._strands[number]
            assert strand is not None
            following = self._run(strand)
            self._strands[number] = strand = None
            self._idle.append(number)
            self.switch(number, following.carrier)
            following = None  # type: ignore[assignment]

    def switch(self, here: int, there: int) -> None:
        """Suspends this stack, on which `here` is running, and goes on with the other."""
        self._polls[here](_SWITCH + there)
