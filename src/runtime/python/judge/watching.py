"""What each task waits for while virtual time passes, from when to when, and who ended the wait."""

from .pristine import __builtins__

from asyncio import Task, current_task
from dataclasses import dataclass
from tracemalloc import is_tracing
from types import FrameType
from typing import TYPE_CHECKING, Any

from .frames import SOLUTION, awaited_line, suspended
from .wording import seconds

if TYPE_CHECKING:
    from .journal import TaskRecord

_TASKS = 24
_WAITS = 120

_FOR = {
    "Lock.acquire": "a lock",
    "Semaphore.acquire": "a place of a semaphore",
    "Event.wait": "an event",
    "Condition.wait": "a condition",
    "Queue.get": "an item of a queue",
    "Queue.put": "room in a queue",
    "Queue.join": "the items of a queue to be done",
    "Barrier.wait": "others at a barrier",
    "TaskGroup.__aexit__": "the tasks of its group",
    "to_thread": "a thread",
    "gather": "other tasks",
    "_wait": "other tasks",
}


def reason(frames: "list[FrameType]") -> str:
    """What is waited for in suspended frames of the library, outermost first; else empty."""
    found = ""
    for frame in reversed(frames):
        name = frame.f_code.co_qualname
        if name == "sleep":
            found = f"{seconds(frame.f_locals['delay'])} of sleep"
        elif name == "Service._run":
            found = frame.f_locals["call"].label
        found = _FOR.get(name, found)
    return found


@dataclass(slots=True)
class Wait:
    """One wait of a task. Times in virtual seconds; `end` is None while it goes on.

    `on` are the tasks it waits for, where it waits for tasks; `by` is the task that ended it, and
    `cut` says that a cancellation did.
    """

    reason: str
    on: "list[TaskRecord]"
    line: int | None
    start: float
    end: float | None = None
    by: "TaskRecord | None" = None
    cut: bool = False


class Watch:
    """Looks at the waiting tasks of one clock each time before its time moves on.

    Between two such looks no time passes, so every wait is seen from its very beginning. Only the
    first tasks and waits are kept; none while memory is traced, whose peak they would be part of.
    """

    def __init__(self) -> None:
        self._open: dict[int, "TaskRecord"] = {}
        self._waiting: "dict[int, list[TaskRecord]]" = {}
        self._tasks = _TASKS
        self._waits = _WAITS

    def add(self, record: "TaskRecord") -> None:
        """Watch a task that was just made."""
        if self._tasks > 0 and record.task is not None and not is_tracing():
            self._tasks -= 1
            self._open[id(record.task)] = record

    def of(self, task: object) -> "TaskRecord | None":
        """The record of a task that is watched and has not ended."""
        return self._open.get(id(task))

    def drop(self, record: "TaskRecord", now: float) -> None:
        """A task has ended."""
        if self._open.pop(id(record.task), None) is not None:
            self._close(record, now)

    def look(self, now: float) -> None:
        """Note what the tasks wait for; time is about to move on from `now`."""
        for record in list(self._open.values()):
            waiter = getattr(record.task, "_fut_waiter", None)
            if waiter is record.waiter:
                continue
            self._close(record, now)
            if waiter is None or self._waits <= 0:
                continue
            self._waits -= 1
            reason, line, on = self._why(record.task, waiter)
            record.waiter = waiter
            record.waits.append(Wait(reason, on, line, now))
            self._waiting.setdefault(id(waiter), []).append(record)

    def woken(self, future: object, loop: Any, now: float) -> None:
        """A future tells whoever waits for it that it is done."""
        for record in self._waiting.get(id(future), ()):
            wait = record.waits[-1]
            if record.waiter is future and wait.end is None:
                wait.end = now
                wait.cut = bool(future.cancelled())  # type: ignore[attr-defined]
                wait.by = self.of(current_task(loop))

    def _close(self, record: "TaskRecord", now: float) -> None:
        if record.waiter is None:
            return
        self._waiting.pop(id(record.waiter), None)
        record.waiter = None
        wait = record.waits[-1]
        if wait.end is None:
            wait.end = now

    def _why(self, task: Any, waiter: Any) -> "tuple[str, int | None, list[TaskRecord]]":
        coroutine = task.get_coro()
        line = awaited_line(coroutine)
        if isinstance(waiter, Task):
            on = self._known([waiter])
            return (f"the task {on[0].title}" if on else "a task"), line, on
        on = self._known(getattr(waiter, "_children", ()))
        frames: "list[FrameType]" = []
        for frame in reversed(suspended(coroutine)):
            if frame.f_code.co_filename == SOLUTION:
                break
            frames.insert(0, frame)
            name = frame.f_code.co_qualname
            if name == "TaskGroup.__aexit__":
                on = self._known(frame.f_locals["self"]._tasks)
            elif name == "_wait":
                on = self._known(frame.f_locals["fs"])
        return reason(frames) or ("other tasks" if on else "a future"), line, on

    def _known(self, tasks: Any) -> "list[TaskRecord]":
        found = {id(task) for task in tasks}
        return [record for key, record in self._open.items() if key in found]
