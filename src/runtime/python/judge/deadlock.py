"""The verdict on a program that nothing can wake any more."""

from .pristine import __builtins__

from .failure import Failure
from .journal import Journal
from .program import quoted
from .waiting import awaited

_NAMED = 4


class Deadlock(Failure):
    """Every task waits, and no timer, call or other task can ever wake one."""


def deadlock(journal: Journal) -> Deadlock:
    """The failure that names each waiting task, its line and what it waits for."""
    told: list[str] = []
    first: int | None = None
    waiting = [record for record in journal.open_tasks.values() if record.task is not None]
    for record in waiting:
        line, reason = awaited(record.task)  # type: ignore[arg-type]
        first = first if first is not None else line
        where = f" on {quoted(line)}" if line is not None else ""
        told.append(f"{record.title} waits{where} {reason}")
    shown = "; ".join(told[:_NAMED])
    more = f"; and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    return Deadlock(
        f"Your program waits for ever: nothing is left that could wake it. {shown}{more}.",
        line=first,
        expected="a program that ends",
        actual=f"{len(told)} waiting, none of which can go on",
    )
