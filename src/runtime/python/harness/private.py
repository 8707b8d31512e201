"""Our own instances of unittest and doctest: patching the public ones does not reach the tests."""

from __future__ import annotations

from .pristine import __builtins__

from types import ModuleType
from typing import Any, Final

from .modules import copy_of

UNITTEST: Final[dict[str, ModuleType]] = copy_of(["unittest", "unittest.async_case"])
unittest: Any = UNITTEST["unittest"]
_async_case: Any = UNITTEST["unittest.async_case"]
# Otherwise looked up on first use, which would find the public one.
unittest.IsolatedAsyncioTestCase = _async_case.IsolatedAsyncioTestCase


def doctest_for(*sources: str) -> Any:
    """A doctest of our own if the sources hold examples, else None: it is slow to load."""
    if not any(">>>" in source for source in sources):
        return None
    return copy_of(["doctest"])["doctest"]
