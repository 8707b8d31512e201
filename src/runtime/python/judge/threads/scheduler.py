"""Which strand goes on: one at a time, each on a stack of its own, on a clock of their own."""

from ..pristine import __builtins__

from asyncio import _get_running_loop, _set_running_loop
from collections.abc import Callable
from itertools import count
from sys import _getframe
from types import FrameType
from typing import Any

from .policy import Policy, Slices
from .strand import Killed, Resource, Strand
from .stacks import Stacks
from .time import Time, Virtual

_NANOSECONDS = 9
# A thread that goes on though it was told to end is left where it is after so many refusals.
_REFUSALS = 4
# Real time passes while a strand works: others that sleep are woken within so many points.
_POINTS_PER_LOOK = 64


class CannotStart(RuntimeError):
    """This interpreter cannot switch stacks, so it has one thread."""


class Pause:
    """Waiting for time alone."""

    owner = None
    reason = "time to pass"


class Scheduler:
    """The program's threads. `current` runs; the others are suspended.

    A pre-emption may happen at a `point` of the program's own code only; elsewhere a strand goes
    on until it waits. What it does depends on `policy` and on nothing of the device.
    """

    def __init__(self) -> None:
        self.main = Strand(0, 0, None)
        self.main.label = "the main thread"
        self.main.carrier = 0
        self.current = self.main
        self.strands: list[Strand] = [self.main]
        self.stacks: Stacks | None = None
        self.policy: Policy = Slices()
        self.time: Time = Virtual()
        self.notes: Any = None
        self.on_start: Callable[[], None] = lambda: None
        self.on_idle: Callable[[], None] = lambda: None
        self.on_error: Callable[[Strand, BaseException], None] = lambda _strand, _error: None
        self.explain: Callable[[list[Strand]], BaseException]
        self._orders = count(1)
        self._points = 0
        self._pause = Pause()

    def start(self, work: Callable[[], object], daemon: bool) -> Strand:
        """A new strand, which is ready to begin. Raises `CannotStart`."""
        if self.stacks is None:
            raise CannotStart("can't start new thread")
        order = next(self._orders)
        strand = Strand(self.main.ident + order, order, work)
        strand.daemon = daemon
        if len(self.strands) == 1:
            self.on_start()
        self.strands.append(strand)
        strand.carrier = self.stacks.take(strand)
        return strand

    def run(self, strand: Strand) -> Strand:
        """The whole life of a strand, on its carrier; answers who goes on after it."""
        _set_running_loop(None)
        try:
            if strand.error is None:
                strand.work()  # type: ignore[misc]
        except Killed:
            pass
        except BaseException as error:
            if not strand.doomed:
                self.on_error(strand, error)
        strand.done, strand.ready, strand.work = True, False, None
        self.strands.remove(strand)
        self.freed(strand)
        following = self._following(strand)
        self.current = following
        if len(self.strands) == 1:
            self.on_idle()
        return following

    def wait(self, wants: Resource, is_there: Callable[[], bool], timeout: float | None) -> bool:
        """Suspends the current strand until `is_there()`; False when the time is over before.

        Whoever makes it true calls `freed` with the same thing.
        """
        me = self.current
        me.deadline = None if timeout is None else round(self.time.now() + timeout, _NANOSECONDS)
        me.frames = stack(_getframe(1))
        try:
            while True:
                if me.doomed:
                    self._refuse(me)
                me.ready, me.wants, me.timed_out = False, wants, False
                if self.notes is not None:
                    self.notes.waits(me)
                self._go(self._following(me))
                if me.error is not None:
                    error, me.error = me.error, None
                    raise error
                if is_there():
                    return True
                if me.timed_out:
                    return False
        finally:
            me.wants = me.deadline = None
            me.frames = ()
            me.ready = True

    def panic(self, error: BaseException) -> None:
        """The main strand goes on with this error."""
        self.main.error, self.main.ready = error, True

    def freed(self, thing: object) -> None:
        """Whoever waits for it may look again."""
        for strand in self.strands:
            if strand.wants is thing:
                strand.ready = True

    def sleep(self, seconds: float) -> None:
        """Suspends the current strand for so long."""
        self.wait(self._pause, lambda: False, seconds)

    def point(self) -> None:
        """The program may be pre-empted here."""
        me = self.current
        if me.doomed:
            self._refuse(me)
        if len(self.strands) == 1:
            return
        self._points += 1
        if self._points % _POINTS_PER_LOOK == 0:
            self._look_at_the_clock()
        others = [strand for strand in self.strands if strand.ready and strand is not me]
        if not others:
            return
        chosen = self.policy.at_point(me, others)
        if chosen is None:
            return
        if self.notes is not None:
            self.notes.interrupted(me)
        self._go(chosen)
        if me.error is not None:
            error, me.error = me.error, None
            raise error

    def finish(self) -> None:
        """Waits for all strands that are no daemons. Raises the verdict on a deadlock."""
        self.main.daemon = True
        left = lambda: all(strand.daemon for strand in self.strands)  # noqa: E731
        while not left():
            strand = next(each for each in self.strands if not each.daemon)
            self.wait(strand, lambda strand=strand: strand.done, None)  # type: ignore[misc]

    def end(self) -> None:
        """Ends all strands but the main one, which must be the one that calls this."""
        for strand in self.strands[1:]:
            strand.error, strand.doomed, strand.ready = Killed(), 1, True
        while len(self.strands) > 1:
            self._go(self.strands[1])
        self.renumber()

    def abandon(self) -> None:
        """Leaves all strands but the main one where they are, for ever."""
        for strand in self.strands[1:]:
            self._leave(strand)
        self.renumber()

    def renumber(self) -> None:
        """New strands are numbered from 1 again, and the clock's waiting is forgotten."""
        self._orders = count(1)
        self.main.error = None
        self.main.held.clear()

    def _refuse(self, me: Strand) -> None:
        """A strand that was told to end waits or works on: told again, and at last left alone."""
        me.doomed += 1
        if me.doomed <= _REFUSALS:
            raise Killed
        self._leave(me)
        self.main.ready = True
        self._go(self.main)

    def _leave(self, strand: Strand) -> None:
        self.strands.remove(strand)
        strand.ready, strand.work = False, None
        if len(self.strands) == 1:
            self.on_idle()

    def _following(self, me: Strand) -> Strand:
        """Who goes on when `me` cannot, once time has passed if need be."""
        while True:
            self._look_at_the_clock()
            ready = [strand for strand in self.strands if strand.ready]
            if ready:
                return self.policy.pick(me, ready)
            moments = [s.deadline for s in self.strands if s.deadline is not None]
            if not moments:
                return self._stuck()
            self.time.wait_until(min(moments))

    def _look_at_the_clock(self) -> None:
        now = None
        for strand in self.strands:
            if strand.deadline is not None and not strand.ready:
                now = self.time.now() if now is None else now
                if strand.deadline <= now:
                    strand.ready = strand.timed_out = True

    def _stuck(self) -> Strand:
        main = self.main
        verdict = self.explain(self.strands)
        main.error, main.ready = verdict, True
        return main

    def _go(self, to: Strand) -> None:
        me = self.current
        if to is me:
            return
        me.loop = _get_running_loop()
        self.current = to
        assert self.stacks is not None
        self.stacks.switch(me.carrier, to.carrier)
        _set_running_loop(me.loop)


def stack(frame: FrameType | None) -> tuple[FrameType, ...]:
    """The frames of the running strand, innermost first.

    A suspended one must not be asked for them: the links between them lie on its own stack, where
    another is now.
    """
    found = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back
    return tuple(found)


scheduler = Scheduler()
