"""Calls that should leave no trace: in their arguments, in the module."""

from .pristine import __builtins__

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from types import FunctionType, ModuleType
from typing import Any

from . import program
from .failure import Failure
from .snapshot import Snapshot
from .wording import ordinal


@contextmanager
def unchanged(*arguments: object) -> Iterator[None]:
    """Fail if one of the values was changed inside the block."""
    before = [Snapshot(argument) for argument in arguments]
    yield
    for number, snapshot in enumerate(before, 1):
        name = "the argument" if len(before) == 1 else f"the {ordinal(number)} argument"
        told = snapshot.change(name)
        if told is not None:
            raise Failure(
                f"Your program changed what it was given: {told}. Work on a copy instead.",
                expected="arguments left as they were",
                actual=told,
            )


@contextmanager
def no_globals() -> Iterator[None]:
    """Fail if the calls inside the block changed the learner's module.

    Looks at the module's variables, at attributes of its functions and classes, and at default
    values such as ``def f(seen=[])``.
    """
    module = program.module()
    if module is None:
        raise RuntimeError("judge.no_globals() needs the learner's module")
    before = {name: Snapshot(value) for name, value in _state(module).items()}
    yield
    after = _state(module)
    for name, value in after.items():
        if name not in before:
            raise _left_behind(name, f"{name} is new")
        told = before[name].change(name, value)
        if told is not None:
            raise _left_behind(name, told)


def _state(module: ModuleType) -> dict[str, Any]:
    """Everything in a module that a call could change, by a name for the learner."""
    state: dict[str, Any] = {}
    for name, value in list(vars(module).items()):
        if name.startswith("__") or isinstance(value, ModuleType):
            continue
        if isinstance(value, FunctionType):
            state[name] = value
            state[f"attributes of {name}()"] = vars(value)
            for kind, defaults in (
                ("default", value.__defaults__), ("keyword default", value.__kwdefaults__)
            ):  # fmt: skip
                if defaults:
                    state[f"{kind} value of {name}()"] = defaults
        elif isinstance(value, type):
            state[name] = value
            if value.__module__ == module.__name__:
                for attribute, content in vars(value).items():
                    if not attribute.startswith("__") and not callable(content):
                        state[f"{name}.{attribute}"] = content
        else:
            state[name] = value
    return state


def _left_behind(name: str, told: str) -> Failure:
    line = _defined_at(name)
    return Failure(
        f"A call left something behind in your module, so a second call may act differently: "
        f"{told}. Keep what belongs to one call in local variables.",
        line=line,
        expected="no change outside the call",
        actual=told,
    )


def _defined_at(name: str) -> int | None:
    """The line that defines a name of `_state` at the top of the learner's module."""
    plain = name.removesuffix("()").split(" ")[-1].split(".")[0]
    try:
        tree = program.tree()
    except SyntaxError:
        return None
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name == plain:
                return node.lineno
        elif any(isinstance(at, ast.Name) and at.id == plain for at in ast.walk(node)):
            return node.lineno
    return None
