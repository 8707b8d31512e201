"""What a program left behind on its loop."""

from .pristine import __builtins__

import gc
from asyncio import Task, current_task
from inspect import CORO_CREATED, getcoroutinestate
from types import CoroutineType

from . import journal as _journal
from .failure import Failure
from .journal import Forgotten, Journal, TaskRecord
from .loop import running
from .ownership import maker_line
from .program import quoted
from .waiting import awaited, label_of
from .wording import capital, count, show

_NAMED = 3


def assert_no_leaks() -> None:
    """Fail if the program left anything behind: of the current clock, or of the last one.

    That is: a task that it started and that was still pending when the main coroutine ended; a
    coroutine that it made and never awaited; a task's exception at which nobody looked; an async
    generator of its own that was begun and is still open. May also be called inside a test's
    coroutine; then every other pending task of the program counts.
    """
    gc.collect()
    journal = _journal.current()
    for check in (_pending, _forgotten, _unseen, _generators):
        failure = check(journal)
        if failure is not None:
            raise failure


def _pending(journal: Journal) -> Failure | None:
    left = [record for record in _open(journal) if record.line is not None]
    if not left:
        return None
    first = left[0]
    told = "; ".join([_where(record) for record in left[:_NAMED]])
    more = f"; and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
    return Failure(
        f"Your program ended and left {count(len(left), 'task')} running: {told}{more}. "
        f"Await every task that you start, or cancel it and then await it.",
        line=first.line,
        expected="no task left running",
        actual=f"{count(len(left), 'task')} left: "
        + ", ".join([record.title for record in left[:_NAMED]]),
    )


def _open(journal: Journal) -> list[TaskRecord]:
    if running() is None:
        return journal.left
    current: Task[object] | None = current_task()
    return [r for r in journal.open_tasks.values() if r.task is not None and r.task is not current]


def _where(record: TaskRecord) -> str:
    made = f"{record.title}, started by {quoted(record.line)}"
    return f"{made}, {record.left_at}" if record.left_at else made


def _forgotten(journal: Journal) -> Failure | None:
    found = [*journal.forgotten, *_never_started(journal)]
    if not found:
        return None
    first = found[0]
    others = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return Failure(
        f"{capital(quoted(first.line))} calls {first.name}() but nobody ever awaits "
        f"what it returns{others}, so its body never runs. Write `await` before the call.",
        line=first.line,
        expected="every coroutine awaited",
        actual=f"{count(len(found), 'coroutine')} never awaited",
    )


def _never_started(journal: Journal) -> list[Forgotten]:
    """Coroutines that the program made, that still exist and that nobody has begun."""
    owned = {id(r.task.get_coro()) for r in journal.open_tasks.values() if r.task is not None}
    found = [
        Forgotten(label_of(coroutine), line)
        for coroutine in gc.get_objects()
        if type(coroutine) is CoroutineType
        and getcoroutinestate(coroutine) == CORO_CREATED
        and id(coroutine) not in owned
        and (line := maker_line(coroutine, journal)) is not None
    ]
    return sorted(found, key=lambda each: (each.line or 0, each.name))


def _unseen(journal: Journal) -> Failure | None:
    for record in journal.failed:
        task = record.task
        if task is None or record.line is None or not task._log_traceback:  # type: ignore
            continue
        error = task._exception  # type: ignore[attr-defined]
        return Failure(
            f"The task {record.title}, started by {quoted(record.line)}, raised {show(error)}, "
            f"and nobody ever looked at it: the error is lost. Await the task.",
            line=record.line,
            expected="every exception seen by the caller",
            actual=f"{show(error)} lost in {record.title}",
        )
    return None


def _generators(journal: Journal) -> Failure | None:
    if not journal.open_generators:
        return None
    name, line = journal.open_generators[0]
    where = f" It stopped at {quoted(line)}." if line is not None else ""
    return Failure(
        f"The async generator {name} was left open, so its clean-up has not run.{where} "
        f"Use `async with contextlib.aclosing(…)`, or call `aclose()`.",
        line=line,
        expected="every async generator closed",
        actual=f"{name} still open",
    )
