"""The tests file as a tree: which assertion failed, and which side of it is the learner's."""

from __future__ import annotations

from .pristine import __builtins__

import ast
import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Final, TypeGuard

from . import absent, frames
from .frames import TESTS

SOLUTION: Final = "solution"


class TestSource:
    """The tests file's tree: finds the assertion that failed and which side is the learner's.

    `aliases` are the names by which it imports the learner's module; never one of `beside`. `names`
    are those that it imports from there.
    """

    def __init__(self, source: str, beside: frozenset[str] = frozenset()) -> None:
        self._tree = ast.parse(source, TESTS)
        statements = list(_statements(self._tree))
        self.has_asserts = any(isinstance(each, ast.Assert) for each in statements)
        imports = [each for each in statements if isinstance(each, ast.Import | ast.ImportFrom)]
        self.aliases = _aliases(imports, beside)
        self.names, self._modules = _imported(imports, self.aliases)

    def node_at(self, step: TracebackType) -> ast.AST | None:
        """The call or assert statement that the traceback's entry stands on."""
        line, end_line, column, end_column = frames.place(step)
        best: ast.AST | None = None
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Assert):
                if node.lineno <= (line or 0) <= (node.end_lineno or 0):
                    best = node
            elif isinstance(node, ast.Call) and (
                (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
                == (line, end_line, column, end_column)
            ):
                return node
        return best

    def is_learners(self, node: ast.AST | None, scope: ast.AST | None) -> bool:
        """Whether the expression calls, or holds the result of, something of the learner's."""
        if node is None:
            return False
        tainted = self._tainted(scope)
        return any(self._is_source(part, tainted) for part in ast.walk(node))

    def origin(self, name: str, scope: ast.AST | None) -> ast.expr | None:
        """The expression that a variable was assigned from, if there is one only."""
        found: list[ast.expr] = []
        for node in ast.walk(scope) if scope is not None else ():
            value, targets = _binding(node)
            if isinstance(node, ast.AugAssign) and _names(node.target, name):
                return None
            if value is not None and any(_names(target, name) for target in targets):
                plain = isinstance(node, ast.Assign) and isinstance(targets[0], ast.Name)
                found += [value] if plain else [value, value]
        return found[0] if len(found) == 1 else None

    def function_at(self, line: int) -> ast.AST | None:
        """The innermost function around the line."""
        best: ast.AST | None = None
        for node in ast.walk(self._tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (
                node.lineno <= line <= (node.end_lineno or 0)
            ):
                best = node
        return best

    def statement_at(self, line: int) -> str:
        """The innermost simple statement on the line, if it is short."""
        best = ""
        for node in ast.walk(self._tree):
            if (
                isinstance(node, ast.stmt)
                and not hasattr(node, "body")
                and (node.lineno <= line <= (node.end_lineno or 0))
            ):
                best = ast.unparse(node)
        return best if len(best) <= 120 and "\n" not in best else ""

    def block_at(self, line: int) -> ast.With | ast.AsyncWith | None:
        """The innermost `with` statement around the line."""
        best: ast.With | ast.AsyncWith | None = None
        for node in ast.walk(self._tree):
            if isinstance(node, ast.With | ast.AsyncWith) and (
                node.lineno <= line <= (node.end_lineno or 0)
            ):
                best = node
        return best

    def expected_exception(self, line: int) -> str | None:
        """The exception that the test expects on that line, as it is written there."""
        for node in ast.walk(self._tree):
            items = node.items if isinstance(node, ast.With | ast.AsyncWith) else ()
            calls = [item.context_expr for item in items]
            if isinstance(node, ast.Expr):
                calls = [node.value]
            for call in calls:
                if _is_raises(call) and call.lineno <= line <= (node.end_lineno or line):
                    return ast.unparse(call.args[0])
        return None

    def imports_solution(self) -> bool:
        """Whether the tests ask for the learner's module by name."""
        return bool(self.names or self._modules)

    def _is_source(self, node: ast.AST, tainted: set[str]) -> bool:
        if isinstance(node, ast.Name):
            return node.id in tainted or node.id in self.names
        return (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in self._modules
        )

    def _tainted(self, scope: ast.AST | None) -> set[str]:
        tainted: set[str] = set()
        if scope is None:
            return tainted
        if isinstance(scope, ast.FunctionDef) and scope.name.startswith("check"):
            tainted |= {argument.arg for argument in scope.args.args}
        for _ in range(3):
            for node in ast.walk(scope):
                value, targets = _binding(node)
                if value is not None and any(
                    self._is_source(part, tainted) for part in ast.walk(value)
                ):
                    tainted |= {
                        name.id
                        for target in targets
                        for name in ast.walk(target)
                        if isinstance(name, ast.Name)
                    }
        return tainted


def _binding(node: ast.AST) -> tuple[ast.expr | None, list[ast.expr]]:
    if isinstance(node, ast.Assign):
        return node.value, node.targets
    if isinstance(node, ast.AnnAssign | ast.NamedExpr):
        return node.value, [node.target]
    if isinstance(node, ast.For | ast.AsyncFor):
        return node.iter, [node.target]
    if isinstance(node, ast.withitem):
        return node.context_expr, [node.optional_vars] if node.optional_vars else []
    return None, []


def _is_raises(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("assertRaises", "assertRaisesRegex")
        and bool(node.args)
    )


def _names(target: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(target))


def _statements(tree: ast.Module) -> Iterator[ast.AST]:
    """Every statement at any depth; expressions, of which there are many more, are passed over."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        yield node
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            todo += getattr(node, part, ())


def _aliases(
    imports: list[ast.Import | ast.ImportFrom], beside: frozenset[str]
) -> frozenset[str]:
    """`solution`, or in a file from elsewhere the modules that can be none but the learner's."""
    found: set[str] = set()
    for node in imports:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif node.level == 0:
            found.add(str(node.module))
    if SOLUTION in found:
        return frozenset({SOLUTION})
    known = sys.stdlib_module_names | absent.INSTEAD.keys() | {"judge", "_dryrun", "pyodide", "js"}
    return frozenset(name for name in found if "." not in name and name not in known | beside)


def _imported(
    imports: list[ast.Import | ast.ImportFrom], aliases: frozenset[str]
) -> tuple[set[str], set[str]]:
    names: set[str] = set()
    modules: set[str] = set()
    for node in imports:
        if isinstance(node, ast.Import):
            modules |= {a.asname or a.name for a in node.names if a.name in aliases}
        elif node.module in aliases:
            names |= {alias.asname or alias.name for alias in node.names}
    return names, modules
