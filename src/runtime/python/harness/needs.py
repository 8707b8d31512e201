"""What a program will ask of the interpreter, read from its syntax tree before it runs."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Callable, Iterator
from typing import Final

# Whoever names none of these starts no thread. Locks and queues alone do not count.
_STARTERS: Final = frozenset(
    "Thread Timer ThreadPoolExecutor start_new_thread start_joinable_thread to_thread "
    "run_in_executor explore".split()
)


def asks_for_input(code: str) -> bool:
    """Whether the program may ask the person for input."""
    return _any(code, _mentions_input)


def starts_threads(*sources: str) -> bool:
    """Whether one of the programs may start a thread."""
    return any(_any(source, _mentions_threads) for source in sources if _may_start(source))


def _may_start(source: str) -> bool:
    """A quick look, as reading the tree takes a while."""
    return any(word in source for word in _STARTERS)


def _any(code: str, matches: Callable[[ast.AST], bool]) -> bool:
    return any(matches(node) for node in _nodes(code))


def _nodes(code: str) -> Iterator[ast.AST]:
    try:
        tree = ast.parse(code)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return
    yield from ast.walk(tree)


def _mentions_input(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id == "input"
    if isinstance(node, ast.ImportFrom):
        return node.module == "sys" and any(a.name in ("stdin", "*") for a in node.names)
    return isinstance(node, ast.Attribute) and node.attr in ("stdin", "input")


def _mentions_threads(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in _STARTERS
    if isinstance(node, ast.Attribute):
        return node.attr in _STARTERS
    return isinstance(node, ast.alias) and node.name in _STARTERS
