"""Deep recursion that ends well: a memoising wrapper in Python, and a cap on the limit."""

from __future__ import annotations

from .pristine import __builtins__

import ast
import functools
import importlib.util
import sys
from collections.abc import Callable
from typing import Any, Final

LIMIT: Final = 20_000
CAP: Final = 200_000
_set_limit = sys.setrecursionlimit


def install() -> None:
    """Memoised recursion uses no C stack from now on, and the limit cannot outgrow the memory."""
    functools._lru_cache_wrapper = _python_wrapper()  # type: ignore[attr-defined]
    sys.setrecursionlimit = setrecursionlimit
    _set_limit(LIMIT)


def setrecursionlimit(limit: int, /) -> None:
    """Set the maximum depth of the Python interpreter stack, up to what memory allows."""
    _set_limit(min(limit, CAP) if isinstance(limit, int) else limit)


def reset() -> None:
    """The limit that each test starts with."""
    _set_limit(LIMIT)


def _python_wrapper() -> Callable[..., Any]:
    """`_lru_cache_wrapper` as the standard library's own source has it before the C import."""
    loader = importlib.util.find_spec("functools").loader  # type: ignore[union-attr]
    source = loader.get_source("functools")  # type: ignore[union-attr]
    tree = ast.parse(source)
    tree.body = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "_lru_cache_wrapper"
    ]
    namespace = functools.__dict__.copy()
    exec(compile(tree, functools.__file__, "exec"), namespace)
    wrapper: Callable[..., Any] = namespace["_lru_cache_wrapper"]
    return wrapper
