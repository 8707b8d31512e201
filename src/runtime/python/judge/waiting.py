"""What a suspended task waits for, in words."""

from .pristine import __builtins__

from asyncio import Task
from typing import Any

from .frames import SOLUTION, awaited_line, suspended

_KNOWN = {
    "Lock.acquire": "a lock that nobody releases",
    "Semaphore.acquire": "a free place of a semaphore",
    "Event.wait": "an event that nobody sets",
    "Condition.wait": "a condition that nobody notifies",
    "Queue.get": "an item of an empty queue",
    "Queue.put": "room in a full queue",
    "Queue.join": "`task_done()` for every item of a queue",
    "Barrier.wait": "more tasks at a barrier",
    "TaskGroup.__aexit__": "the tasks of its group",
    "wait": "other tasks",
    "gather": "other tasks",
}


def label_of(coroutine: object) -> str:
    """The learner's name for a coroutine, such as ``worker``."""
    name = getattr(coroutine, "__qualname__", None) or type(coroutine).__name__
    return str(name).replace(".<locals>", "").split(".")[-1]


def awaited(task: "Task[Any]") -> tuple[int | None, str]:
    """The learner's line at which a task waits, and what for."""
    coroutine = task.get_coro()
    line = awaited_line(coroutine)
    reason = ""
    for frame in reversed(suspended(coroutine)):
        if frame.f_code.co_filename == SOLUTION:
            break
        reason = _KNOWN.get(frame.f_code.co_qualname, "") or reason
    if not reason:
        waiter = getattr(task, "_fut_waiter", None)
        if isinstance(waiter, Task):
            reason = f"the task {label_of(waiter.get_coro())}"
        elif waiter is not None:
            reason = _KNOWN.get("gather") if "Gathering" in type(waiter).__name__ else ""
            reason = reason or "a future that nobody completes"
    return line, f"for {reason}" if reason else ""


def in_a_ring(tasks: "list[Task[Any]]") -> bool:
    """Whether some of the tasks await each other in a ring (directly, or through a gather)."""
    done: set[int] = set()
    for start in tasks:
        path: set[int] = set()
        todo: list[tuple[Any, bool]] = [(start, False)]
        while todo:
            future, left = todo.pop()
            if left:
                path.discard(id(future))
                done.add(id(future))
            elif id(future) in path:
                return True
            elif id(future) not in done:
                path.add(id(future))
                todo.append((future, True))
                todo += [(each, False) for each in _awaited_futures(future)]
    return False


def _awaited_futures(future: Any) -> list[Any]:
    """What cancelling this future would cancel."""
    waiter = getattr(future, "_fut_waiter", None)
    return [waiter] if waiter is not None else list(getattr(future, "_children", ()))
