"""The clocks by which threads wait."""

from ..pristine import __builtins__

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from .. import journal as _journal, virtual


class Time(Protocol):
    """A clock that can be waited for. Seconds."""

    def now(self) -> float:
        """The present moment."""

    def wait_until(self, moment: float) -> float:
        """Lets time pass; answers the moment that it is then."""


class Virtual:
    """Virtual time: it passes when nobody can go on."""

    def now(self) -> float:
        """Virtual seconds since the interpreter started."""
        return virtual.total()

    def wait_until(self, moment: float) -> float:
        """Moves the current clock."""
        late = moment - virtual.total()
        if late > 0:
            _journal.current().time.advance(late)
        return max(moment, virtual.total())


class Real:
    """The device's time, for free runs; `sleep` holds up the whole interpreter."""

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self._sleep = sleep

    def now(self) -> float:
        """Seconds of the device's clock."""
        return monotonic()

    def wait_until(self, moment: float) -> float:
        """Waits."""
        while (late := moment - monotonic()) > 0:
            self._sleep(late)
        return monotonic()
