"""A failed comparison as a sentence, with the expected and the actual value told apart."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

from . import frames
from .assertion import Mismatch
from .origin import tells
from .testsource import TestSource
from .text import brief, cut, show, type_name


@dataclass(frozen=True)
class Phrase:
    """What to tell about one failed assertion."""

    message: str
    expected: str | None = None
    actual: str | None = None


@dataclass(frozen=True)
class Place:
    """Where in the tests an assertion failed, and with what values around it."""

    source: TestSource
    scope: ast.AST | None
    step: TracebackType
    variables: Mapping[str, Any]

    def gave(self, node: ast.AST | None, value: object) -> str:
        """`f(1)` gave 2 — the expression as the test wrote it, or where its value came from."""
        origin = self._origin(node, value)
        text = "" if origin is None else ast.unparse(origin)
        if len(text) > _LONG and isinstance(origin, ast.Call):
            text = f"{ast.unparse(origin.func)}(…)"
        what = f"`{text}`" if 0 < len(text) <= _LONG else "The value"
        verb = "gave" if isinstance(origin, ast.Call | ast.Await | ast.Subscript) else "is"
        return f"{what} {verb} {brief(value)}"

    def where(self, node: ast.AST | None, value: object) -> str:
        """The values of the test's own variables in the expression: ` with n = 3`.

        Clocks, services and the like are left out: they have nothing to show.
        """
        origin = self._origin(node, value)
        if origin is None or isinstance(origin, ast.Name):
            return ""
        names = [part.id for part in ast.walk(origin) if isinstance(part, ast.Name)]
        values = [(name, self.variables[name]) for name in dict.fromkeys(names)
                  if name in self.variables and name != "self"]  # fmt: skip
        parts = [f"{name} = {brief(value)}" for name, value in values
                 if not callable(value) and " at 0x" not in show(value)]  # fmt: skip
        return f" with {', '.join(parts)}" if 0 < len(parts) <= 4 else ""

    def is_swapped(self, left: ast.AST | None, right: ast.AST | None) -> bool:
        """Whether the right side is the learner's; when in doubt, the left one is."""
        mine = self.source.is_learners(left, self.scope)
        other = self.source.is_learners(right, self.scope)
        if mine != other:
            return other
        return _is_literal(left) and not _is_literal(right)

    def _origin(self, node: ast.AST | None, value: object) -> ast.AST | None:
        if not isinstance(node, ast.Name) or self.scope is None:
            return node
        origin = self.source.origin(node.id, self.scope)
        known = {**self.step.tb_frame.f_globals, **self.variables}
        told = origin is not None and tells(origin, node.id, value, self.scope, known)
        return origin if told else node


def _is_literal(node: ast.AST | None) -> bool:
    return node is not None and not any(
        isinstance(part, ast.Name | ast.Call | ast.Attribute) for part in ast.walk(node)
    )


_LONG: Final = 100
_RELATIONS: Final = {
    "Eq": "{0}", "NotEq": "anything but {0}", "Is": "the same object as {0}",
    "IsNot": "another object than {0}", "Lt": "less than {0}", "LtE": "at most {0}",
    "Gt": "more than {0}", "GtE": "at least {0}", "In": "one of {0}", "NotIn": "none of {0}",
}  # fmt: skip
_MIRRORED: Final = {"Lt": "Gt", "LtE": "GtE", "Gt": "Lt", "GtE": "LtE"}


def comparison(
    place: Place,
    operator: str,
    values: tuple[object, ...],
    nodes: tuple[ast.AST | None, ast.AST | None],
    note: str,
) -> Phrase:
    """A comparison of two values that does not hold; `operator` is the name of its AST node."""
    (left, right), (node, other) = values, nodes
    if operator in ("In", "NotIn"):
        if place.source.is_learners(other, place.scope):
            return _container(place, operator, left, right, other, note)
    elif place.is_swapped(node, other):
        left, right, node = right, left, other
        operator = _MIRRORED.get(operator, operator)
    shown, wanted = show(left), show(right)
    is_constant = right is None or type(right) in (bool, int)
    relation = "{0}" if operator == "Is" and is_constant and shown != wanted else _RELATIONS[operator]
    message = f"{note}{place.gave(node, left)}, expected {relation.format(brief(right))}"
    alike = _alike(left) if operator == "Eq" and shown == wanted else ""
    return Phrase(f"{message}{place.where(node, left)}.{alike}", relation.format(wanted), shown)


def _alike(value: object) -> str:
    """Why two values that look the same are not equal."""
    if type(value).__eq__ is object.__eq__:
        return f" Both look alike, but {type_name(value)} has no `__eq__`, so no two are equal."
    return " Both look alike, but `==` says that they differ: look at `__eq__`."


def _container(
    place: Place, operator: str, item: object, container: object, node: ast.AST | None, note: str
) -> Phrase:
    relation = "something with {0} in it" if operator == "In" else "something without {0} in it"
    message = f"{note}{place.gave(node, container)}, expected {relation.format(brief(item))}"
    expected = relation.format(show(item))
    return Phrase(f"{message}{place.where(node, container)}.", expected, show(container))


def bare(error: Mismatch, node: ast.Assert | None, place: Place) -> Phrase:
    """A bare `assert` that does not hold."""
    test = None if node is None else _part(node, place.step)
    note = note_of(error.message)
    if len(error.values) == 2:
        pair = (test.left, test.comparators[0]) if isinstance(test, ast.Compare) else (None, None)
        return comparison(place, error.operator, error.values, pair, note)
    value = error.values[0]
    wanted = "a false value" if error.operator == "Not" else "a true value"
    what = test.operand if isinstance(test, ast.UnaryOp) else test
    message = f"{note}{place.gave(what, value)}, expected {wanted}{place.where(what, value)}."
    return Phrase(message, wanted, show(value))


def _part(node: ast.Assert, step: TracebackType) -> ast.expr:
    """The part of an `and` that failed: the rewritten assert stands at its place."""
    test: ast.expr = node.test
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        line, _, column, _ = frames.place(step)
        for part in test.values:
            if (part.lineno, part.col_offset) == (line, column):
                return part
    return test


def note_of(message: object) -> str:
    """The author's own message, put in front."""
    if message is None:
        return ""
    text = cut(str(message).strip(), 500)
    return f"{text}{'' if text.endswith(('.', '!', '?', ':')) else ':'} " if text else ""
