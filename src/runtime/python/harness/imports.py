"""Which modules a program imports, read from its syntax tree."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Iterator, Sequence


def unwanted(source: str, allowed: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines and modules of imports that are not of `allowed`, nor a part of one that is.

    `from __future__ import` changes the language and brings nothing in, so it does not count.
    A module that is only named while the program runs counts as `?`.
    """
    for node in ast.walk(ast.parse(source)):
        for wanted in _wanted(node):
            if not any(_within(name, allowed) for name in wanted):
                yield getattr(node, "lineno", 1), wanted[0]


def _wanted(node: ast.AST) -> Iterator[tuple[str, ...]]:
    """Each import of a node as the names by which it may be allowed, the usual one first."""
    if isinstance(node, ast.Import):
        yield from ((alias.name,) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = "." * node.level + (node.module or "")
        if module != "__future__":
            yield from ((module, f"{module}.{alias.name}") for alias in node.names)
    elif isinstance(node, ast.Name | ast.Attribute):
        name = node.id if isinstance(node, ast.Name) else node.attr
        if name == "__import__":
            yield ("?",)
    elif isinstance(node, ast.Call):
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        first = node.args[0] if node.args else None
        if name == "import_module":
            constant = isinstance(first, ast.Constant) and isinstance(first.value, str)
            yield (first.value if constant else "?",)  # type: ignore[union-attr]


def _within(name: str, allowed: Sequence[str]) -> bool:
    return any(name == each or name.startswith(each + ".") for each in allowed)
