"""The model solution as a module, executed anew for every test."""

from .pristine import __builtins__

from types import CodeType, ModuleType
from typing import Any

from .frames import REFERENCE


class _Holder:
    code: CodeType | None = None
    module: ModuleType | None = None


class Model(ModuleType):
    """`judge.reference`: reading an attribute runs the model solution when it is first needed."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_load(), name)


_holder = _Holder()
reference = Model("reference", "The challenge's model solution.")


def set_reference(source: str | ModuleType | None) -> None:
    """Set the model solution: its source, or an executed module, or None. Raises SyntaxError."""
    _holder.code = _holder.module = None
    if isinstance(source, ModuleType):
        _holder.module = source
    elif source is not None:
        _holder.code = compile(source, REFERENCE, "exec", dont_inherit=True)


def forget() -> None:
    """Have the model solution executed anew when it is next needed (a new test begins)."""
    if _holder.code is not None:
        _holder.module = None


def _load() -> ModuleType:
    if _holder.module is None:
        if _holder.code is None:
            raise RuntimeError("this exercise has no model solution: judge.reference is empty")
        module = ModuleType("reference")
        module.__file__ = REFERENCE
        exec(_holder.code, module.__dict__)
        _holder.module = module
    return _holder.module
