"""The tasks and calls of a clock as evidence: spans over virtual time."""

from .pristine import __builtins__

from typing import Any

from .journal import Journal, TaskRecord
from .wording import capital, count, seconds

_SPANS = 200
_TOLD = 6
_ROWS = 24
_BLOCKS = 20


def timeline(journal: Journal) -> dict[str, Any]:
    """Evidence of kind ``timeline``; spans by their start, a call under its task's name."""
    end = journal.end
    rows: list[tuple[float, str, str, float | None, str]] = [
        (record.start, record.title, record.label, record.end, record.outcome)
        for record in journal.tasks
    ]
    titles = {record.name: record.title for record in journal.tasks}
    rows += [
        (call.start, titles.get(call.task, call.task), call.label, call.end, call.outcome)
        for call in journal.calls
    ]
    rows.sort(key=lambda row: row[0])
    spans = [
        {
            "task": task,
            "label": label,
            "start": start,
            "end": end if stop is None else stop,
            "outcome": outcome,
        }
        for start, task, label, stop, outcome in rows[:_SPANS]
    ]
    return {
        "kind": "timeline",
        "text": _text(journal),
        "elapsed": end,
        "peak": journal.peak,
        "peakAt": journal.peak_at,
        "spans": spans,
        "tasks": [_row(record, journal) for record in journal.tasks[:_ROWS]],
    }


def _row(record: TaskRecord, journal: Journal) -> dict[str, Any]:
    """One task: its life, its waits, and when it held up the loop."""
    stop = journal.end if record.end is None else record.end
    return {
        "task": record.title,
        "line": record.line,
        "parent": record.parent,
        "start": record.start,
        "end": stop,
        "outcome": record.outcome,
        "waits": [
            {
                "for": wait.reason,
                "on": [other.title for other in wait.on],
                "line": wait.line,
                "start": wait.start,
                "end": stop if wait.end is None else wait.end,
                "by": None if wait.by is None else wait.by.title,
                "cut": wait.cut,
            }
            for wait in record.waits
        ],
        "blocks": [
            {"line": block.line, "start": block.at, "end": round(block.at + block.seconds, 9)}
            for block in journal.blocks
            if block.task is record
        ][:_BLOCKS],
    }


def _text(journal: Journal) -> str:
    text = f"It took {seconds(journal.end)} of virtual time"
    if journal.calls:
        text += f", with {count(len(journal.calls), 'call')}, at most {journal.peak} at once"
    told = [
        f"{call.label} from {seconds(call.start)} "
        + ("on, never ended" if call.end is None else f"to {seconds(call.end)}, {call.outcome}")
        for call in journal.calls[:_TOLD]
    ]
    if told:
        text += ": " + "; ".join(told)
        if len(journal.calls) > _TOLD:
            text += f"; and {len(journal.calls) - _TOLD} more"
    return capital(text) + "."
