"""The model solution as a module, executed anew for every test."""

from .pristine import __builtins__

from types import ModuleType
from typing import Any

from .frames import REFERENCE


class Model(ModuleType):
    """`judge.reference`: attribute access runs the model solution when it is first needed."""

    def __init__(self) -> None:
        super().__init__("reference", "The challenge's model solution.")
        self.__dict__.update(_code=None, _module=None)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._load(), name)

    def _load(self) -> ModuleType:
        if self._code is None:
            raise RuntimeError("this exercise has no model solution: judge.reference is empty")
        if self._module is None:
            module = ModuleType("reference")
            module.__file__ = REFERENCE
            self.__dict__["_module"] = module
            exec(self._code, module.__dict__)
        return self._module

    def _set(self, source: str | None) -> None:
        code = None if source is None else compile(source, REFERENCE, "exec", dont_inherit=True)
        self.__dict__.update(_code=code, _module=None)

    def _forget(self) -> None:
        self.__dict__["_module"] = None


reference = Model()


def set_reference(source: str | None) -> None:
    """Set the model solution's source (None: there is none). Raises SyntaxError."""
    reference._set(source)
