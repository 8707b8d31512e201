"""One thread of a program, as the scheduler sees it."""

from ..pristine import __builtins__

from collections.abc import Callable
from types import FrameType
from typing import Any, Protocol


class Resource(Protocol):
    """What a strand can wait for."""

    @property
    def owner(self) -> "Strand | None":
        """Who has to give it up first, if that is known."""


class Killed(SystemExit):
    """Raised in what is left of a program's threads, so that they end."""


class Strand:
    """A thread of control on a stack of its own. `order` counts from 0, which is the main one.

    `ready` tells whether it can go on; else `wants` is what it waits for, until `deadline`
    (seconds of the scheduler's clock) at most. `error` is raised in it when it next goes on.
    `thread` is its `threading.Thread`, if it has one.
    """

    def __init__(self, ident: int, order: int, work: Callable[[], object] | None) -> None:
        self.ident, self.order, self.work = ident, order, work
        self.carrier = -1
        self.daemon = False
        self.ready = True
        self.wants: Resource | None = None
        self.frames: tuple[FrameType, ...] = ()
        self.deadline: float | None = None
        self.timed_out = False
        self.done = False
        self.doomed = 0
        self.error: BaseException | None = None
        self.loop: Any = None
        self.label = ""
        self.thread: Any = getattr(work, "__self__", None)
        self.held: dict[int, Any] = {}

    @property
    def owner(self) -> "Strand":
        """Who waits for the end of this strand waits for the strand itself."""
        return self
