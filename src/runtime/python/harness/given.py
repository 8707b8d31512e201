"""Modules that an exercise gives to the learner's program: `GIVEN = {"name": source}` in its tests."""

from __future__ import annotations

from .pristine import __builtins__

import ast
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

from . import modules

_NAME: Final = "GIVEN"
_modules = sys.modules


def given_in(tests: str) -> dict[str, str]:
    """Names and sources, read from the text: plain strings, or names of such at the top level.

    Empty when there is none, or when the text is no Python.
    """
    if _NAME not in tests:
        return {}
    try:
        body = ast.parse(tests).body
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return {}
    texts: dict[str, str] = {}
    found: dict[str, str] = {}
    for node in body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name, value = node.targets[0].id, node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            texts[name] = value.value
        elif name == _NAME and isinstance(value, ast.Dict):
            found = dict(_pairs(value, texts))
    return found


def _pairs(node: ast.Dict, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    pairs = []
    for key, value in zip(node.keys, node.values):
        name = key.value if isinstance(key, ast.Constant) else None
        text = texts.get(value.id) if isinstance(value, ast.Name) else getattr(value, "value", None)
        if isinstance(name, str) and isinstance(text, str):
            pairs.append((name, text))
    return pairs


class Given:
    """A finder for `sys.meta_path`: imports the given modules, anew after each `forget`."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)
        for name, source in sources.items():
            modules.remember_source(f"{name}.py", source)

    def install(self) -> None:
        """From now on the modules can be imported; whoever calls it puts `sys.meta_path` back."""
        if self._sources:
            self.forget()
            sys.meta_path.insert(0, self)

    def forget(self) -> None:
        """The next import of a given module executes it anew."""
        for name in self._sources:
            _modules.pop(name, None)

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """For the import system: a given module, or None."""
        return ModuleSpec(name, self, origin=f"{name}.py") if name in self._sources else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """For the import system: the module before it is executed."""
        return modules.new_module(spec.name, f"{spec.name}.py")

    def exec_module(self, module: ModuleType) -> None:
        """For the import system: the module's body."""
        name = module.__name__
        modules.execute(modules.compiled(self._sources[name], f"{name}.py"), module)
