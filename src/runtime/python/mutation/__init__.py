"""Generic mutants of a program: small changes that its tests ought to notice."""

import ast
import json
from collections.abc import Iterator

__all__ = ["mutants", "mutants_json"]

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
_ANNOTATIONS = {"annotation", "returns", "type_params", "decorator_list"}

type _Edit = tuple[ast.AST, str, int | None, ast.AST | object, str]


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Yield `(id, source)` of each mutant; an id reads `12:4 < becomes <=` (line:column)."""
    tree = ast.parse(source)
    original = ast.unparse(tree)
    for parent, field, index, replacement, label in list(_edits(tree)):
        container = getattr(parent, field)
        kept = container if index is None else container[index]
        _put(parent, field, index, replacement)
        try:
            changed = ast.unparse(ast.fix_missing_locations(tree))
        finally:
            _put(parent, field, index, kept)
        if changed != original:
            yield label, changed


def mutants_json(source: str) -> str:
    """`mutants(source)` as JSON: a list of `{"id", "source"}`."""
    return json.dumps([{"id": name, "source": text} for name, text in mutants(source)])


def _put(parent: ast.AST, field: str, index: int | None, value: object) -> None:
    if index is None:
        setattr(parent, field, value)
    else:
        getattr(parent, field)[index] = value


def _edits(node: ast.AST) -> Iterator[_Edit]:
    for field, value in ast.iter_fields(node):
        if field in _ANNOTATIONS:
            continue
        children = value if isinstance(value, list) else [value]
        for position, child in enumerate(children):
            if not isinstance(child, ast.AST):
                continue
            index = position if isinstance(value, list) else None
            for replacement, what in _replacements(child, node):
                where = child if hasattr(child, "lineno") else node
                label = f"{where.lineno}:{where.col_offset} {what}"
                yield node, field, index, replacement, label
            if not _is_text(child):
                yield from _edits(child)


def _replacements(node: ast.AST, parent: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.cmpop() if type(node) in _COMPARISONS:
            other = _COMPARISONS[type(node)]
            yield other(), f"{type(node).__name__} becomes {other.__name__}"
        case ast.operator() if type(node) in _OPERATORS:
            other = _OPERATORS[type(node)]
            yield other(), f"{type(node).__name__} becomes {other.__name__}"
        case ast.And():
            yield ast.Or(), "and becomes or"
        case ast.Or():
            yield ast.And(), "or becomes and"
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand, "not is dropped"
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value), f"{node.value} becomes {not node.value}"
        case ast.Constant(value=int()):
            yield ast.Constant(node.value + 1), f"{node.value} becomes {node.value + 1}"
        case ast.Await():
            yield node.value, "await is dropped"
        case ast.YieldFrom():
            yield ast.Yield(node.value), "yield from becomes yield"
        case ast.GeneratorExp():
            yield ast.ListComp(node.elt, node.generators), "generator becomes list"
        case ast.Call(func=ast.Name(id="list" | "tuple" | "sorted" | "iter"), args=[argument]):
            yield argument, f"{node.func.id}() is dropped"
        case ast.Return(value=ast.expr()) if not _is_none(node.value):
            yield ast.Return(ast.Constant(None)), "return value is dropped"
        case ast.If() | ast.While() if not _is_none(node.test):
            yield _negated(node), "condition is negated"
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Expr() | ast.Assign() | ast.AugAssign() | ast.Delete() | ast.Raise():
            yield ast.Pass(), f"{type(node).__name__.lower()} is dropped"
        case ast.Break():
            yield ast.Continue(), "break becomes continue"
        case ast.Continue():
            yield ast.Break(), "continue becomes break"
        case ast.Try() if node.finalbody:
            if node.handlers:
                changed = ast.Try(node.body, node.handlers, node.orelse, [ast.Pass()])
            else:
                changed = ast.If(ast.Constant(True), [*node.body, *node.finalbody], [])
            yield changed, "finally is dropped"
        case ast.ExceptHandler() if not isinstance(node.body[0], ast.Raise):
            yield ast.ExceptHandler(node.type, node.name, [ast.Raise()]), "handler re-raises"


def _negated(node: ast.If | ast.While) -> ast.stmt:
    test = ast.UnaryOp(ast.Not(), node.test)
    return type(node)(test, node.body, node.orelse)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
