"""What the text of the learner's tests shows: which assert anything, and what they replace."""

from .pristine import __builtins__

import ast

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_PATCHES = ("patch", "object", "setattr")


class TestText:
    """The learner's tests as a tree."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._functions: dict[str, list[_Function]] = {}
        for node in ast.walk(tree):
            if isinstance(node, _Function):
                self._functions.setdefault(node.name, []).append(node)

    def asserts(self, name: str) -> bool:
        """Whether the function, or one of the file that it calls, may fail by itself."""
        return self._asserts(name, set())

    def line_of(self, name: str) -> int | None:
        """Where the function of that name is defined."""
        found = self._functions.get(name)
        return found[0].lineno if found else None

    def replaced(self, module: str, names: set[str]) -> tuple[str, int] | None:
        """The first function of the module under test that is patched, and the line of that."""
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.Call) or _name(node.func) not in _PATCHES:
                continue
            for argument in node.args[:2]:
                text = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(text, str):
                    target = text.removeprefix(f"{module}.")
                    whole = target != text or _name(node.func) != "patch"
                    if whole and target in names:
                        return f"{module}.{target}", node.lineno
        return None

    def _asserts(self, name: str, seen: set[str]) -> bool:
        seen.add(name)
        return any(
            self._may_fail(node, seen)
            for function in self._functions.get(name, ())
            for node in ast.walk(function)
        )

    def _may_fail(self, node: ast.AST, seen: set[str]) -> bool:
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if not isinstance(node, ast.Call):
            return False
        called = _name(node.func)
        if called.startswith("assert") or called in ("fail", "failureException"):
            return True
        return called in self._functions and called not in seen and self._asserts(called, seen)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
