"""Finds, in the steps of a schedule, what one thread read before another changed it."""

from ..pristine import __builtins__

import ast
from dataclasses import dataclass

from ..program import quoted, tree
from .notes import Step
from .words import title


@dataclass(frozen=True)
class Lost:
    """An update that was lost or acted on too late; `line` is the one to look at."""

    sentence: str
    line: int


@dataclass
class _Uses:
    """What a line reads and writes of what threads may share, as source text."""

    reads: set[str]
    writes: set[str]


def lost(steps: list[Step]) -> Lost | None:
    """The last write of something that another thread had written since it was read here."""
    uses = _uses()
    for position in reversed(range(len(steps))):
        step = steps[position]
        wrote = uses.get(step.line, _NOTHING).writes
        for name in sorted(wrote):
            read = _last_read(steps, position, name, uses)
            if read is None:
                continue
            between = [
                other
                for other in steps[read + 1 : position]
                if other.strand is not step.strand
                and name in uses.get(other.line, _NOTHING).writes
            ]
            if between:
                return _told(steps[read], between[-1], step, name)
    return None


def _told(read: Step, other: Step, step: Step, name: str) -> Lost:
    where = "" if read.line == step.line else f" on {quoted(read.line)}"
    return Lost(
        f"An update is lost: {title(step.strand)} read `{name}`{where}, {title(other.strand)} "
        f"changed it meanwhile, and then {quoted(step.line)} wrote over that. Reading and writing "
        f"must happen under one lock.",
        step.line,
    )


def _last_read(
    steps: list[Step], position: int, name: str, uses: dict[int, _Uses]
) -> int | None:
    """Where the thread that writes at this position last read the name, its own line included."""
    step = steps[position]
    for at in range(position, -1, -1):
        other = steps[at]
        if other.strand is not step.strand:
            continue
        known = uses.get(other.line, _NOTHING)
        if at < position and name in known.writes and name not in known.reads:
            return None
        if name in known.reads and not (at == position and step.is_rest):
            return at
        if at < position and name in known.writes:
            return None
    return None


_NOTHING = _Uses(set(), set())


def _uses() -> dict[int, _Uses]:
    found: dict[int, _Uses] = {}
    shared = _shared_names(tree())
    for node in ast.walk(tree()):
        if isinstance(node, ast.AugAssign):
            name = _name_of(node.target, shared)
            if name:
                _at(found, node).reads.add(name)
                _at(found, node).writes.add(name)
        elif isinstance(node, ast.Attribute | ast.Subscript | ast.Name):
            name = _name_of(node, shared)
            if name and isinstance(node.ctx, ast.Load):
                _at(found, node).reads.add(name)
            elif name:
                _at(found, node).writes.add(name)
    return found


def _at(found: dict[int, _Uses], node: ast.expr | ast.stmt) -> _Uses:
    return found.setdefault(node.lineno, _Uses(set(), set()))


def _name_of(node: ast.expr, shared: set[str]) -> str | None:
    if isinstance(node, ast.Name):
        return node.id if node.id in shared else None
    return ast.unparse(node) if isinstance(node, ast.Attribute | ast.Subscript) else None


def _shared_names(module: ast.Module) -> set[str]:
    """Names that functions declare to be somebody else's."""
    return {
        name
        for node in ast.walk(module)
        if isinstance(node, ast.Global | ast.Nonlocal)
        for name in node.names
    }
