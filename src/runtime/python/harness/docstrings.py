"""Docstrings of Python's own library: a tenth of the memory image, and no program needs them."""

from __future__ import annotations

from .pristine import __builtins__

import gc
from inspect import CO_HAS_DOCSTRING
from sys import getrefcount
from types import CodeType, FunctionType, ModuleType
from typing import Final

_IMMUTABLE: Final = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE


def drop() -> None:
    """Takes the docstrings of all modules, classes and functions at hand; those in C keep theirs."""
    alone = getrefcount(_without.__code__)
    for thing in gc.get_objects():
        if type(thing) is FunctionType:
            # The judge knows some functions by their code.
            if getrefcount(thing.__code__) <= alone:
                thing.__code__ = _without(thing.__code__)
            thing.__doc__ = None
        elif isinstance(thing, type):
            if not thing.__flags__ & _IMMUTABLE and isinstance(thing.__dict__.get("__doc__"), str):
                thing.__doc__ = None
        elif type(thing) is ModuleType:
            thing.__doc__ = None


def _without(code: CodeType) -> CodeType:
    consts = [_without(const) if type(const) is CodeType else const for const in code.co_consts]
    flags = code.co_flags
    if flags & CO_HAS_DOCSTRING:
        consts[0] = None
        flags &= ~CO_HAS_DOCSTRING
    return code.replace(co_consts=tuple(consts), co_flags=flags)
