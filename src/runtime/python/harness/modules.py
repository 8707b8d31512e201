"""The learner's module and the tests' module: compiled once, executed anew for each test."""

from __future__ import annotations

from .pristine import __builtins__

import builtins
import linecache
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import CodeType, ModuleType
from typing import Any, Final

_modules = sys.modules
_import = builtins.__import__
_PRISTINE: Final = dict(vars(builtins))
_STDLIB = sys.stdlib_module_names
_compile, _exec = compile, exec
_own_names: Final[set[str]] = set()


def remember_source(filename: str, source: str) -> None:
    """Lets tracebacks, `inspect.getsource` and warnings show a file that is no file."""
    lines = source.splitlines(keepends=True)
    linecache.cache[filename] = (len(source), None, lines, filename)


def new_module(name: str, filename: str) -> ModuleType:
    """An empty module, as an import would make it."""
    module = ModuleType(name)
    module.__file__ = filename
    return module


def execute(code: CodeType, module: ModuleType) -> None:
    """Runs the code as the module's body."""
    _exec(code, module.__dict__)


def private_builtins(
    private: Mapping[str, ModuleType], extra: Mapping[str, object]
) -> dict[str, Any]:
    """Builtins of its own for the tests' module, which no program can replace.

    `import` finds the names of `private` there before it looks into `sys.modules`.
    """

    def importer(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: tuple[str, ...] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if level == 0 and name in private:
            _find_parts(private[name], fromlist or ())
            return private[name] if fromlist else private[name.partition(".")[0]]
        parent, _, part = name.rpartition(".")
        if level == 0 and parent in private:
            _find_parts(private[parent], (part,))
            return getattr(private[parent], part) if fromlist else private[name.partition(".")[0]]
        return _import(name, globals, locals, fromlist or (), level)

    return {**_PRISTINE, "__import__": importer, **extra}


def _find_parts(module: ModuleType, names: tuple[str, ...]) -> None:
    """Lends our instance of a package those modules of the public one that it lacks."""
    for name in names:
        if not hasattr(module, name) and hasattr(module, "__path__"):
            with suppress(ModuleNotFoundError):
                setattr(module, name, _import(f"{module.__name__}.{name}", fromlist=("*",)))


def learn() -> None:
    """Notes which modules are the harness' own, once all of them are loaded."""
    _own_names.update(name for name in _modules if name.partition(".")[0] == "harness")


def _is_standard(name: str) -> bool:
    return name.partition(".")[0] in _STDLIB


@contextmanager
def table(**own: ModuleType) -> Iterator[None]:
    """`sys.modules` without the harness and with the given modules; restored afterwards.

    What was newly imported from the standard library stays, as importing it again would cost.
    """
    before = dict(_modules)
    for name in _own_names:
        del _modules[name]
    _modules.update(own)
    try:
        yield
    finally:
        sys.modules = _modules
        fresh = {
            name: module
            for name in dict.keys(_modules) - dict.keys(before) - dict.keys(own)
            if type(name) is str
            and _is_standard(name)
            and type(module := dict.__getitem__(_modules, name)) is ModuleType
        }
        dict.clear(_modules)
        dict.update(_modules, before)
        dict.update(_modules, fresh)


def count() -> int:
    """How many modules are loaded."""
    return len(_modules)


def compiled(source: str, filename: str) -> CodeType:
    """The program as code, without the harness' own future imports."""
    return _compile(source, filename, "exec", dont_inherit=True)


def copy_of(names: list[str]) -> dict[str, ModuleType]:
    """Second instances of modules, so that nobody who patches the public ones reaches them."""
    before = {name: _modules.pop(name) for name in list(_modules) if _belongs(name, names)}
    try:
        for name in names:
            _import(name)
        return {name: _modules[name] for name in list(_modules) if _belongs(name, names)}
    finally:
        for name in [name for name in _modules if _belongs(name, names)]:
            del _modules[name]
        _modules.update(before)


def _belongs(name: str, tops: list[str]) -> bool:
    return any(name == top or name.startswith(top + ".") for top in tops)
