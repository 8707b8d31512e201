"""Bare `assert` in tests: rewritten so that a failure carries the values that it compared."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from typing import Final

FAILED: Final = "@failed"
_LEFT: Final = "@left"
_RIGHT: Final = "@right"


class Mismatch(AssertionError):
    """A bare assert that failed. `values` holds the compared values, or the one tested."""

    __module__ = "builtins"
    __qualname__ = "AssertionError"

    def __init__(self, values: tuple[object, ...], operator: str, message: object = None) -> None:
        super().__init__(*(() if message is None else (message,)))
        self.values = values
        self.operator = operator
        self.message = message


def failed(values: tuple[object, ...], operator: str, message: object = None) -> Mismatch:
    """What the rewritten assert raises."""
    return Mismatch(values, operator, message)


class _Rewriter(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> list[ast.stmt]:
        test = node.test
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            statements: list[ast.stmt] = []
            for value in test.values:
                part = ast.copy_location(ast.Assert(value, node.msg), value)
                statements += self.visit_Assert(part)
            return statements
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            return self._comparison(node, test)
        return self._truth(node, test)

    def _comparison(self, node: ast.Assert, test: ast.Compare) -> list[ast.stmt]:
        holds = ast.Compare(_load(_LEFT), test.ops, [_load(_RIGHT)])
        names = ast.Tuple([_load(_LEFT), _load(_RIGHT)], ast.Load())
        return [
            _place(_assign(_LEFT, test.left), test.left),
            _place(_assign(_RIGHT, test.comparators[0]), test.comparators[0]),
            _place(_check(holds, names, type(test.ops[0]).__name__, node.msg), node),
        ]

    def _truth(self, node: ast.Assert, test: ast.expr) -> list[ast.stmt]:
        negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        value = test.operand if isinstance(test, ast.UnaryOp) and negated else test
        holds: ast.expr = ast.UnaryOp(ast.Not(), _load(_LEFT)) if negated else _load(_LEFT)
        names = ast.Tuple([_load(_LEFT)], ast.Load())
        return [
            _place(_assign(_LEFT, value), value),
            _place(_check(holds, names, "Not" if negated else "True", node.msg), node),
        ]


def rewrite(tree: ast.Module) -> ast.Module:
    """The tests' tree with every assert statement told in values."""
    return ast.fix_missing_locations(_Rewriter().visit(tree))


def _load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def _assign(name: str, value: ast.expr) -> ast.stmt:
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _check(holds: ast.expr, values: ast.Tuple, operator: str, message: ast.expr | None) -> ast.stmt:
    arguments: list[ast.expr] = [values, ast.Constant(operator)]
    if message is not None:
        arguments.append(message)
    failure = ast.Raise(ast.Call(_load(FAILED), arguments, []), None)
    return ast.If(ast.UnaryOp(ast.Not(), holds), [failure], [])


def _place(statement: ast.stmt, at: ast.AST) -> ast.stmt:
    for node in ast.walk(statement):
        if not hasattr(node, "lineno") or node is statement:
            ast.copy_location(node, at)
    return statement
