"""The learner's file as a tree: where its functions are defined."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from contextlib import suppress

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class LearnerSource:
    """Lines of definitions by qualified name, as error messages spell it.

    The source, which must compile, is parsed when it is first asked for one: a check that passes
    asks for none.
    """

    def __init__(self, source: str) -> None:
        self._source: str | None = source
        self._lines: dict[str, int] = {}

    def line_of(self, name: str) -> int | None:
        """Where the function or class of that qualified name is defined."""
        if self._source is not None:
            source, self._source = self._source, None
            with suppress(RecursionError):
                self._walk(ast.parse(source), "")
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
