"""Rules about how a program is written, read from its syntax tree."""

from .pristine import __builtins__

import ast
import builtins
from collections.abc import Iterator

from . import program
from .failure import Failure
from .program import quoted

_BUILTINS = frozenset(vars(builtins))
_KEYWORDS: dict[str, tuple[type[ast.AST], ...]] = {
    "assert": (ast.Assert,),
    "async def": (ast.AsyncFunctionDef,),
    "async for": (ast.AsyncFor,),
    "async with": (ast.AsyncWith,),
    "await": (ast.Await,),
    "break": (ast.Break,),
    "class": (ast.ClassDef,),
    "comprehension": (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "continue": (ast.Continue,),
    "def": (ast.FunctionDef,),
    "del": (ast.Delete,),
    "for": (ast.For, ast.AsyncFor),
    "generator expression": (ast.GeneratorExp,),
    "global": (ast.Global,),
    "if": (ast.If, ast.IfExp),
    "lambda": (ast.Lambda,),
    "list comprehension": (ast.ListComp,),
    "match": (ast.Match,),
    "nonlocal": (ast.Nonlocal,),
    "raise": (ast.Raise,),
    "return": (ast.Return,),
    "try": (ast.Try, ast.TryStar),
    "while": (ast.While,),
    "with": (ast.With, ast.AsyncWith),
    "yield": (ast.Yield, ast.YieldFrom),
    "yield from": (ast.YieldFrom,),
}


def forbids(*rules: str) -> None:
    """Fail if the learner's program uses one of these.

    A rule is a keyword (``while``, ``async with``, ``yield``, ``comprehension``,
    ``list comprehension``, ``generator expression`` …), an import (``import heapq``), a name
    (``sorted``, ``eval``), a method (``.sort``), a dotted name (``itertools.islice``) or
    ``recursion``. A name that the program defines itself is its own.
    """
    for rule in rules:
        line = _first(rule)
        if line is not None:
            raise Failure(
                f"This exercise asks you to do without `{rule}`; {quoted(line)} uses it.",
                line=line,
                expected=f"a program without {rule}",
                actual=f"{rule} on line {line}",
            )


def requires(*rules: str) -> None:
    """Fail unless the learner's program uses each of these (rules as for `forbids`)."""
    for rule in rules:
        if _first(rule) is None:
            raise Failure(
                f"This exercise asks you to use `{rule}`, and your program does not.",
                expected=f"a program with {rule}",
                actual=f"no {rule} anywhere",
            )


def _first(rule: str) -> int | None:
    """The first line that the rule speaks of, or None. Raises ValueError for an odd rule."""
    tree = program.tree()
    if rule in _KEYWORDS:
        lines = [n.lineno for n in ast.walk(tree) if isinstance(n, _KEYWORDS[rule])]
    elif rule == "recursion":
        lines = list(_recursions(tree))
    elif rule.startswith("import "):
        lines = list(_imports(tree, rule.removeprefix("import ").strip()))
    elif rule.removeprefix(".").replace(".", "_").isidentifier():
        lines = list(_uses(tree, rule))
    else:
        raise ValueError(f"unknown rule {rule!r}")
    return min(lines, default=None)


def _imports(tree: ast.Module, module: str) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and _dotted(node.func).split(".")[-1] in (
            "__import__", "import_module"
        ):  # fmt: skip
            names = [a.value for a in node.args[:1] if isinstance(a, ast.Constant)]
        else:
            continue
        if any(str(name) == module or str(name).startswith(module + ".") for name in names):
            yield node.lineno


def _uses(tree: ast.Module, rule: str) -> Iterator[int]:
    """Uses of a name, a ``.method`` or a dotted name, also under another name by import."""
    last = rule.split(".")[-1]
    plain = "." not in rule
    own = _defined(tree) if plain else frozenset()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and plain and node.id == rule and rule not in own:
            yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr == last:
            owner = _dotted(node.value)
            if rule.startswith(".") or _dotted(node) == rule:
                yield node.lineno
            elif plain and (rule not in _BUILTINS or owner in ("builtins", "__builtins__")):
                yield node.lineno
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
            if rule in names or any(f"{node.module}.{name}" == rule for name in names):
                yield node.lineno


def _defined(tree: ast.Module) -> frozenset[str]:
    """Names that the program gives a meaning of its own."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return frozenset(names)


def _recursions(tree: ast.Module) -> Iterator[int]:
    """Calls of a function (or method, on ``self``) from inside itself."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _dotted(node.func) in (
                    function.name, f"self.{function.name}", f"cls.{function.name}"
                ):  # fmt: skip
                    yield node.lineno


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return ""
