"""Implementations made from another: with one bug, or with nothing in them."""

from .pristine import __builtins__

import ast
from typing import Literal


def edited(source: str, *edits: tuple[str, str]) -> str:
    """The source with each ``(old, new)`` put in; `old` must stand there exactly once.

    Raises ValueError otherwise, so that a bug cannot get lost when the source changes.
    """
    for old, new in edits:
        found = source.count(old)
        if found != 1:
            raise ValueError(f"{old!r} stands there {found} times, not once")
        source = source.replace(old, new)
    return source


Emptiness = Literal["returns", "raises"]


def hollow(source: str, how: Emptiness) -> str:
    """The module with the body of every function gone: each returns None, or raises an error."""
    return ast.unparse(ast.fix_missing_locations(_Hollow(how).visit(ast.parse(source))))


class _Hollow(ast.NodeTransformer):
    def __init__(self, how: Emptiness) -> None:
        text = "return None" if how == "returns" else "raise SystemError('nothing is here')"
        self._statement = text

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        # What runs while the module loads must go on working.
        if node.name not in ("__init_subclass__", "__set_name__"):
            node.body = ast.parse(f"def f():\n {self._statement}").body[0].body
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        node.body = ast.parse(f"def f():\n {self._statement}").body[0].body
        return node
