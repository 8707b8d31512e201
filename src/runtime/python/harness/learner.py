"""The learner's file as a tree: where its functions are defined."""

from __future__ import annotations

from .pristine import __builtins__

import ast

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class LearnerSource:
    """Lines of definitions by qualified name, as error messages spell it."""

    def __init__(self, source: str) -> None:
        self._lines: dict[str, int] = {}
        self._walk(ast.parse(source), "")

    def line_of(self, name: str) -> int | None:
        """Where the function or class of that qualified name is defined."""
        return self._lines.get(name) or self._lines.get(f"{name}.__init__")

    def _walk(self, node: ast.AST, prefix: str) -> None:
        for child in ast.iter_child_nodes(node):
            inner = prefix
            if isinstance(child, _Definition):
                self._lines[prefix + child.name] = child.lineno
                inner = f"{prefix}{child.name}."
                if not isinstance(child, ast.ClassDef):
                    inner += "<locals>."
            self._walk(child, inner)
