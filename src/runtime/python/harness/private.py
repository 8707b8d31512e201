"""Our own instances of unittest and doctest: patching the public ones does not reach the tests."""

from __future__ import annotations

from .pristine import __builtins__

import sys
from types import ModuleType
from typing import Any, Final

from .modules import copy_of

UNITTEST: Final[dict[str, ModuleType]] = copy_of(["unittest", "unittest.async_case"])
unittest: Any = UNITTEST["unittest"]
_async_case: Any = UNITTEST["unittest.async_case"]
# Otherwise looked up on first use, which would find the public one.
unittest.IsolatedAsyncioTestCase = _async_case.IsolatedAsyncioTestCase


class _Pdb:
    """What doctest derives its debugger from, and calls of it where nobody debugs."""

    def __init__(self, **_options: object) -> None: ...

    def reset(self) -> None: ...

    def set_trace(self) -> None: ...


def _doctest_without_debugger() -> ModuleType:
    """doctest, but the debugger, which would bring two dozen modules, stays away."""
    pdb = ModuleType("pdb")
    pdb.Pdb, pdb.set_trace = _Pdb, _Pdb().set_trace  # type: ignore[attr-defined]
    before = sys.modules.get("pdb")
    sys.modules["pdb"] = pdb
    try:
        module = copy_of(["doctest"])["doctest"]
    finally:
        del sys.modules["pdb"]
        if before is not None:
            sys.modules["pdb"] = before
    # Examples of its own.
    del module.__test__
    return module


_doctest: Final = _doctest_without_debugger()
ALL: Final = (*UNITTEST.values(), _doctest)


def doctest_for(*sources: str) -> Any:
    """Our doctest if the sources hold examples, else None: looking for them takes a while."""
    return _doctest if any(">>>" in source for source in sources) else None
