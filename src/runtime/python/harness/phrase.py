"""A failed assertion as a sentence, with the expected and the actual value told apart."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

from . import frames
from .assertion import Mismatch
from .testsource import TestSource
from .text import brief, cut, show


@dataclass(frozen=True)
class Phrase:
    """What to tell about one failed assertion."""

    message: str
    expected: str | None = None
    actual: str | None = None


def bare(
    error: Mismatch,
    node: ast.AST | None,
    scope: ast.AST | None,
    source: TestSource,
    step: TracebackType,
) -> Phrase:
    test = _innermost_test(node, step) if isinstance(node, ast.Assert) else None
    note = note_of(error.message)
    if len(error.values) == 1:
        value = error.values[0]
        wanted = "a false value" if error.operator == "Not" else "a true value"
        what = words_of(test.operand if isinstance(test, ast.UnaryOp) else test)
        message = f"{note}{what} gave {brief(value)}, expected {wanted}"
        return Phrase(message + where_of(test, scope, step) + ".", wanted, show(value))
    left, right = error.values
    left_node = test.left if isinstance(test, ast.Compare) else None
    right_node = test.comparators[0] if isinstance(test, ast.Compare) else None
    return comparison(
        error.operator, left, right, left_node, right_node, scope, source, step, note
    )


def _innermost_test(node: ast.Assert, step: TracebackType) -> ast.expr:
    test: ast.expr = node.test
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        line, _, column, _ = frames.place(step)
        for part in test.values:
            if (part.lineno, part.col_offset) == (line, column):
                return part
    return test


_RELATIONS: Final = {
    "Eq": "{0}", "NotEq": "anything but {0}", "Is": "the same object as {0}",
    "IsNot": "another object than {0}", "Lt": "less than {0}", "LtE": "at most {0}",
    "Gt": "more than {0}", "GtE": "at least {0}", "In": "one of {0}", "NotIn": "none of {0}",
}  # fmt: skip
_MIRRORED: Final = {"Lt": "Gt", "LtE": "GtE", "Gt": "Lt", "GtE": "LtE"}


def comparison(
    operator: str,
    left: object,
    right: object,
    left_node: ast.expr | None,
    right_node: ast.expr | None,
    scope: ast.AST | None,
    source: TestSource,
    step: TracebackType,
    note: str,
) -> Phrase:
    swapped = is_swapped(left_node, right_node, scope, source) and operator not in ("In", "NotIn")
    if swapped:
        left, right, left_node, right_node = right, left, right_node, left_node
        operator = _MIRRORED.get(operator, operator)
    relation = _RELATIONS[operator]
    if operator == "Is" and right is None:
        relation = "{0}"
    where = where_of(left_node, scope, step)
    message = f"{note}{words_of(left_node)} gave {brief(left)}, expected "
    message += relation.format(brief(right)) + where + "."
    return Phrase(message, relation.format(show(right)), show(left))


def is_swapped(
    left: ast.expr | None, right: ast.expr | None, scope: ast.AST | None, source: TestSource
) -> bool:
    """Whether the right side is the learner's; when in doubt, the left one is."""
    mine, other = source.is_learners(left, scope), source.is_learners(right, scope)
    if mine != other:
        return other
    return _is_literal(left) and not _is_literal(right)


def _is_literal(node: ast.AST | None) -> bool:
    return node is not None and not any(
        isinstance(part, ast.Name | ast.Call | ast.Attribute) for part in ast.walk(node)
    )


def words_of(node: ast.AST | None) -> str:
    """The expression as the test wrote it, or `it`."""
    if node is None:
        return "The value"
    text = ast.unparse(node)
    return f"`{text}`" if len(text) <= 100 else "The value"


def where_of(node: ast.AST | None, scope: ast.AST | None, step: TracebackType) -> str:
    """The values of the test's own variables in the expression: ` with n = 3`."""
    if node is None or scope is None:
        return ""
    variables: Mapping[str, Any] = step.tb_frame.f_locals
    parts = []
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id in variables and part.id != "self":
            value = variables[part.id]
            if not callable(value):
                parts.append(f"{part.id} = {brief(value)}")
    unique = list(dict.fromkeys(parts))
    return f" with {', '.join(unique)}" if unique and len(unique) <= 4 else ""


def note_of(message: object) -> str:
    """The author's own message, put in front."""
    if message is None:
        return ""
    text = cut(str(message).strip(), 500)
    return f"{text}{'' if text.endswith(('.', '!', '?', ':')) else ':'} " if text else ""
