"""What happened while a clock ran: tasks, calls of services, blocking, things forgotten."""

from .pristine import __builtins__

from asyncio import Task
from dataclasses import dataclass, field
from typing import Any, Literal

from .virtual import VirtualTime
from .watching import Wait, Watch

Outcome = Literal["returned", "raised", "cancelled", "pending"]

_KEPT = 1000


@dataclass(slots=True)
class TaskRecord:
    """One asyncio task. `line` is the learner's line that made it; times in virtual seconds.

    `left_at` tells where it waited when the main coroutine ended, `parent` is the title of the task
    that made it, `waiter` the future that it waits for at present.
    """

    name: str
    label: str
    line: int | None
    start: float
    end: float | None = None
    outcome: Outcome = "pending"
    task: "Task[Any] | None" = None
    left_at: str = ""
    parent: str | None = None
    waits: list[Wait] = field(default_factory=list)
    waiter: object = None

    @property
    def title(self) -> str:
        """The coroutine's name, with the task's own where that says more."""
        return self.label if self.name == "main" else f"{self.label} ({self.name})"


@dataclass(slots=True)
class Call:
    """One call of a service. Times in virtual seconds; `end` is None while it is pending."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    start: float
    end: float | None = None
    outcome: Outcome = "pending"
    line: int | None = field(default=None, repr=False)
    task: str = field(default="", repr=False)
    label: str = field(default="", repr=False)


@dataclass(slots=True, frozen=True)
class Block:
    """The loop held up for virtual `seconds` by the learner's `line`, in `task`, at virtual second `at`."""

    seconds: float
    line: int | None
    at: float
    task: "TaskRecord | None" = None


@dataclass(slots=True, frozen=True)
class Forgotten:
    """A coroutine that was made on the learner's `line` and never awaited."""

    name: str
    line: int | None


class Journal:
    """Everything noted while one clock was current."""

    def __init__(self) -> None:
        self.time = VirtualTime()
        self.tasks: list[TaskRecord] = []
        self.open_tasks: dict[int, TaskRecord] = {}
        self.failed: list[TaskRecord] = []
        self.calls: list[Call] = []
        self.blocks: list[Block] = []
        self.forgotten: list[Forgotten] = []
        self.left: list[TaskRecord] = []
        self.open_generators: list[tuple[str, int | None]] = []
        self.active = 0
        self.peak = 0
        self.peak_at = 0.0
        self.peak_line: int | None = None
        self.closing = False
        self.end = 0.0
        self.watch = Watch()
        self._numbers = 0

    @property
    def now(self) -> float:
        """Virtual seconds since the clock started."""
        return self.time.now

    def next_name(self) -> str:
        """A name for a task; asyncio's own count goes on from one test to the next."""
        self._numbers += 1
        return f"Task-{self._numbers}"

    def task_made(self, record: TaskRecord) -> None:
        """Note a task that was just made."""
        if len(self.tasks) < _KEPT and not self.closing:
            self.tasks.append(record)
        self.open_tasks[id(record)] = record
        if not self.closing:
            self.watch.add(record)
        task = record.task
        assert task is not None
        if task.done():
            self.task_done(record)
        else:
            task.add_done_callback(lambda _: self.task_done(record))

    def task_done(self, record: TaskRecord) -> None:
        """Note a task's end, without looking at its exception in the program's place."""
        task = record.task
        if task is None or self.open_tasks.pop(id(record), None) is None:
            return
        self.watch.drop(record, self.now)
        if not self.closing:
            record.end = self.now
            if task.cancelled():
                record.outcome = "cancelled"
            elif task._exception is not None:  # type: ignore[attr-defined]
                record.outcome = "raised"
            else:
                record.outcome = "returned"
        if record.outcome == "raised":
            self.failed.append(record)
        else:
            record.task = None

    def call_started(self, call: Call) -> None:
        """Note a call of any service that goes in flight now."""
        if len(self.calls) < _KEPT:
            self.calls.append(call)
        self.active += 1
        if self.active > self.peak:
            self.peak, self.peak_at, self.peak_line = self.active, self.now, call.line

    def call_ended(self) -> None:
        """Note that a call is no longer in flight."""
        self.active -= 1

    def silence(self) -> None:
        """Keep asyncio from complaining, later on, about tasks that are noted here."""
        for record in [*self.failed, *self.open_tasks.values(), *self.left]:
            task = record.task
            if task is None:
                continue
            if task.done():
                task._log_traceback = False  # type: ignore[attr-defined]
            else:
                task._log_destroy_pending = False  # type: ignore[attr-defined]


class _Current:
    """The journal that is being written, and the last one (for assertions after the block)."""

    journal = Journal()


_current = _Current()


def current() -> Journal:
    """The journal of the current clock, or of the last one."""
    return _current.journal


def use(journal: Journal) -> Journal:
    """Make a journal the current one; the answer is the one before."""
    before = _current.journal
    _current.journal = journal
    return before
