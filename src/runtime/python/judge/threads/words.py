"""Threads and what they wait for, in a learner's words."""

from ..pristine import __builtins__

from typing import Any

from ..deadlock import Deadlock
from ..frames import SOLUTION, TESTS
from ..program import quoted
from ..wording import capital
from .locks import RLock, lock
from .strand import Strand

# What a thread waits for, by the outermost function of the standard library that it is in.
_KNOWN = {
    "Condition.wait": "a condition that nobody notifies",
    "Condition.wait_for": "a condition that nobody notifies",
    "Event.wait": "an event that nobody sets",
    "Semaphore.acquire": "a free place of a semaphore",
    "Barrier.wait": "more threads at a barrier",
    "Queue.get": "an item of an empty queue",
    "Queue.put": "room in a full queue",
    "Queue.join": "`task_done()` for every item of a queue",
    "_PySimpleQueue.get": "an item of an empty queue",
    "Future.result": "a future that nobody completes",
    "Future.exception": "a future that nobody completes",
    "wait": "futures that nobody completes",
    "as_completed": "futures that nobody completes",
    "_worker": "work of a pool that nobody shuts down",
}
_NAMED = 4


def title(strand: Strand) -> str:
    """The thread's name."""
    if strand.label:
        return strand.label
    return str(getattr(strand.thread, "name", f"thread {strand.order}"))


def waits_on(strand: Strand) -> int | None:
    """The learner's line at which it waits."""
    lines = [each.f_lineno for each in strand.frames if each.f_code.co_filename == SOLUTION]
    return lines[0] if lines else None


def wanted(strand: Strand) -> tuple[str, Strand | None]:
    """What it waits for, and who holds that."""
    thing: Any = strand.wants
    if isinstance(thing, Strand):
        return f"the end of {title(thing)}", thing
    reason = getattr(thing, "reason", None)
    if reason is not None:
        return reason, None
    known = ""
    for frame in strand.frames:
        if frame.f_code.co_filename in (SOLUTION, TESTS):
            break
        known = _KNOWN.get(frame.f_code.co_qualname, known)
    if known:
        return known, None
    if isinstance(thing, lock | RLock):
        owner = thing.owner
        if owner is None:
            return "a lock", None
        where = f" since {quoted(thing.line)}" if thing.line is not None else ""
        if owner is strand:
            return f"a lock that it holds itself{where}", owner
        gone = ", which has ended," if owner.done else ""
        return f"the lock that {title(owner)}{gone} holds{where}", owner
    return "something that never happens", None


def deadlock(strands: list[Strand]) -> Deadlock:
    """The verdict on threads none of which can go on; those in a ring come first."""
    waiting = [strand for strand in strands if strand.wants is not None]
    ring = ring_of(waiting)
    told = [told_of(strand) for strand in ring or waiting]
    first = next((line for s in ring or waiting if (line := waits_on(s)) is not None), None)
    shown = "; ".join(told[:_NAMED])
    more = f"; and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    lead = "Your threads wait for each other for ever" if len(ring) > 1 else (
        "Your program waits for ever: nothing is left that could wake it"
    )  # fmt: skip
    return Deadlock(
        f"{lead}. {capital(shown)}{more}.",
        line=first,
        expected="a program that ends",
        actual=f"{len(ring or waiting)} waiting, none of which can go on",
    )


def told_of(strand: Strand) -> str:
    """Who waits where for what."""
    line = waits_on(strand)
    where = f" on {quoted(line)}" if line is not None else ""
    return f"{title(strand)} waits{where} for {wanted(strand)[0]}"


def ring_of(waiting: list[Strand]) -> list[Strand]:
    """Threads each of which waits for what the next one holds, or none."""
    for start in waiting:
        path: list[Strand] = []
        at: Strand | None = start
        while at is not None and at not in path:
            path.append(at)
            at = wanted(at)[1]
        if at is not None and at.wants is not None:
            ring = path[path.index(at):]
            if all(not isinstance(each.wants, Strand) for each in ring):
                return ring
    return []


def waits_of(strands: list[Strand]) -> list[dict[str, Any]]:
    """Who waits for what and who holds it, as evidence."""
    found: list[dict[str, Any]] = []
    for strand in strands:
        if strand.wants is not None:
            wants, owner = wanted(strand)
            held_by = None if owner is None else title(owner)
            found.append({"thread": title(strand), "wants": wants, "heldBy": held_by})
    return found
