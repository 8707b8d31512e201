"""Whether the expression that a variable was assigned from still tells where its value is from."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Mapping
from typing import Any, Final

_FIXED: Final = (int, float, complex, bool, str, bytes, type(None))
_MAKERS: Final = frozenset(
    "bytearray bytes bool complex Counter defaultdict deque dict float frozenset int iter list "
    "object range set str tuple".split()
)
# What is given a value and leaves it as it was.
_READERS: Final = _MAKERS | frozenset(
    "all any enumerate id isinstance len max min print repr reversed round sorted sum type "
    "zip".split()
)
_MADE: Final = (
    ast.Constant, ast.UnaryOp, ast.JoinedStr, ast.Lambda, ast.Call, ast.GeneratorExp,
    ast.List, ast.Tuple, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.DictComp,
)  # fmt: skip


def tells(
    origin: ast.expr, name: str, value: object, scope: ast.AST, variables: Mapping[str, Any]
) -> bool:
    """Whether `origin` says more about the value than `name`, and gave it as it is now.

    A literal, a display or a constructor says nothing: what matters is what came after it.
    """
    if any(_is_work(part) for part in ast.walk(origin)):
        return type(value) in _FIXED or not _is_handed_on(name, scope)
    return not isinstance(origin, _MADE) and _gives(origin, value, variables)


def _is_work(node: ast.AST) -> bool:
    """Whether it calls something that is no constructor, or waits for it."""
    if not isinstance(node, ast.Call):
        return isinstance(node, ast.Await)
    name = _name_of(node)
    return name not in _MAKERS and not name.lstrip("_")[:1].isupper()


def _name_of(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _is_handed_on(name: str, scope: ast.AST) -> bool:
    """Whether anything in the function may change the variable's value after it was assigned."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Attribute | ast.Subscript):
            if isinstance(node.ctx, ast.Store | ast.Del) and _is(node.value, name):
                return True
        elif isinstance(node, ast.Call):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            called = _name_of(node)
            if called not in _READERS and not called.startswith("assert"):
                if any(_is(part, name) for part in given):
                    return True
            if isinstance(node.func, ast.Attribute) and _is(node.func.value, name):
                return True
    return False


def _is(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _gives(origin: ast.expr, value: object, variables: Mapping[str, Any]) -> bool:
    """Whether an expression without calls gives that value now."""
    try:
        code = compile(ast.Expression(origin), "<origin>", "eval", dont_inherit=True)
        now = eval(code, dict(variables))
    except Exception:
        return False
    return now is value or type(now) is type(value) and type(now) in _FIXED and now == value
