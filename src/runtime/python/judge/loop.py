"""An asyncio event loop that never waits: when all is idle, its time jumps to the next timer."""

from .pristine import __builtins__

import asyncio
from asyncio import events, runners
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from concurrent.futures.thread import ThreadPoolExecutor
from heapq import heappush
from inspect import getasyncgenstate
from sys import _getframe
from typing import Any

from . import evidence
from .bookkeeping import note
from .deadlock import Deadlock, deadlock
from .failure import defer
from .frames import SOLUTION, awaited_line, learner_line
from .journal import Journal, TaskRecord
from .pretended import WORKERS, PretendedThreads
from .program import quoted
from .threads.scheduler import scheduler
from .timeline import timeline
from .virtual import EPOCH, VirtualTime
from .waiting import awaited, in_a_ring, label_of

_CLOSERS = (runners._cancel_all_tasks.__code__, runners.Runner.close.__code__)
_LAST_TURNS = 50


class _Timer(asyncio.TimerHandle):
    """A timer; of two for the same moment the one made first comes first, as in real time."""

    __slots__ = ("order",)
    order: int

    def __lt__(self, other: asyncio.TimerHandle) -> bool:
        return (self._when, self.order) < (other._when, other.order)  # type: ignore[attr-defined]


class _Selector:
    """What the loop asks to wait; moves the time instead, or lets other threads go on."""

    owner = None
    reason = "something to do in its event loop"

    def __init__(self, loop: "VirtualLoop") -> None:
        self._loop = loop

    def select(self, timeout: float | None) -> list[Any]:
        if len(scheduler.strands) > 1 and (timeout is None or timeout > 0):
            scheduler.wait(self, self._loop.is_ready, self._loop.pause())
            return []
        if timeout is None:
            raise self._loop.stuck()
        if timeout > 0:
            if not self._loop.journal.closing:
                self._loop.journal.watch.look(self._loop.virtual.now)
            self._loop.virtual.move_to(self._loop.next_timer() - EPOCH)
        return []

    def close(self) -> None:
        """Nothing is held."""


class VirtualLoop(asyncio.BaseEventLoop):
    """The loop of one program on a virtual clock; notes in `journal` what happens."""

    def __init__(self, journal: Journal, time: VirtualTime | None = None) -> None:
        super().__init__()
        self.journal = journal
        self.virtual = time if time is not None else journal.time
        self.main: asyncio.Task[Any] | None = None
        self._selector = _Selector(self)
        self._clock_resolution = 1e-9
        self._orders = 0
        self._threads = PretendedThreads(self)
        self.verdict: Deadlock | None = None

    def time(self) -> float:
        """Virtual seconds, counted from `EPOCH`."""
        return EPOCH + self.virtual.now

    def next_timer(self) -> float:
        """When the earliest timer is due, in the loop's time."""
        return self._scheduled[0]._when

    def is_ready(self) -> bool:
        """Whether a callback can be called now."""
        return bool(self._ready)

    def pause(self) -> float | None:
        """Seconds to the earliest timer, None without one."""
        return self.next_timer() - self.time() if self._scheduled else None

    def call_soon(
        self, callback: Callable[..., Any], *args: Any, context: Any = None
    ) -> asyncio.Handle:
        """Call back in the next turn; a future that is done does so with itself as the argument."""
        if args:
            self.journal.watch.woken(args[0], self, self.virtual.now)
        return super().call_soon(callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., Any], *args: Any, context: Any = None
    ) -> asyncio.TimerHandle:
        """Call back at a moment of the loop's time; ties keep the order in which they were made."""
        self._check_closed()
        timer = _Timer(round(when, 9), callback, args, self, context)
        timer.order = self._orders
        self._orders += 1
        heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def create_task(
        self, coro: Coroutine[Any, Any, Any], *, name: str | None = None, **options: Any
    ) -> "asyncio.Task[Any]":
        """Make a task as any loop does, and note it."""
        if name is None:
            name = "main" if self.main is None else self.journal.next_name()
        line = learner_line(_getframe(1))
        record = TaskRecord(str(name), label_of(coro), line, self.journal.now)
        maker = self.journal.watch.of(asyncio.current_task(self)) if self.main else None
        record.parent = maker.title if maker is not None else None
        task = super().create_task(coro, name=name, **options)
        record.task = task
        if self.main is None:
            self.main = task
        self.journal.task_made(record)
        note(record, record.name, record.label, record.start, record.start)
        return task

    def run_until_complete(self, future: Any) -> Any:
        """Run until `future` is done; what is left then is noted, unless a runner is closing."""
        closing = _getframe(1).f_code in _CLOSERS
        journal = self.journal
        journal.closing = closing
        finished = False
        try:
            result = super().run_until_complete(future)
            finished = True
            return result
        except Exception as error:
            finished = error is not self.verdict
            raise
        except asyncio.CancelledError:
            finished = True
            raise
        finally:
            journal.closing = False
            if not closing:
                if finished:
                    self._last_turns()
                self._note_left()
                journal.end = journal.now
                evidence.draft(journal, lambda: timeline(journal))

    def run_in_executor(
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> "asyncio.Future[Any]":
        """Run `func` in a thread, on virtual time; without threads see `PretendedThreads`."""
        self._check_closed()
        if scheduler.stacks is not None:
            if executor is None and self._default_executor is None:
                self._default_executor = ThreadPoolExecutor(WORKERS, "asyncio")
            return super().run_in_executor(executor, func, *args)
        return self._threads.submit(executor, lambda: func(*args))

    def set_default_executor(self, executor: Any) -> None:
        """Use this one for `to_thread`; without threads `PretendedThreads` does all the work."""
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Wait for its threads, where there are any."""
        if scheduler.stacks is not None:
            await super().shutdown_default_executor(timeout)
        self._executor_shutdown_called = True

    def stuck(self) -> Deadlock:
        """The verdict that nothing can wake this loop; the same one if it is asked again."""
        if self.verdict is None:
            self.verdict = deadlock(self.journal)
            defer(self.verdict)
            waiting = list(asyncio.all_tasks(self))
            if in_a_ring(waiting):
                # Cancelling one would cancel the next, and so on round the ring for ever.
                for task in waiting:
                    asyncio.tasks._unregister_task(task)
        return self.verdict

    def cancel_main(self) -> None:
        """Cancel the first task of this loop, the program's main one."""
        if self.main is not None:
            self.main.cancel()

    def _last_turns(self) -> None:
        """Let go on what can at this very moment, so that only what really hangs on is left."""
        self._run_forever_setup()
        try:
            for _ in range(_LAST_TURNS):
                if not self._ready:
                    break
                self._stopping = True
                self._run_once()
        finally:
            self._run_forever_cleanup()

    def _note_left(self) -> None:
        journal = self.journal
        journal.left = [
            record for record in journal.open_tasks.values()
            if record.task is not None and record.task.get_loop() is self
        ]  # fmt: skip
        for record in journal.left:
            line, reason = awaited(record.task)  # type: ignore[arg-type]
            record.left_at = (
                f"which was still waiting on {quoted(line)} {reason}" if line is not None else ""
            )
        journal.open_generators = [
            (generator.__qualname__, awaited_line(generator))
            for generator in list(self._asyncgens)
            if generator.ag_code.co_filename == SOLUTION
            and getasyncgenstate(generator) in ("AGEN_SUSPENDED", "AGEN_RUNNING")
        ]

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """Wake the loop: another thread has something for it."""
        scheduler.freed(self._selector)

    def __repr__(self) -> str:
        return f"<VirtualLoop at {self.virtual.now:g} s>"


def running() -> VirtualLoop | None:
    """The virtual loop that runs at present, or None."""
    loop = events._get_running_loop()
    return loop if isinstance(loop, VirtualLoop) else None
