"""Second instances of unittest and doctest: patching the public ones does not reach the tests."""

from __future__ import annotations

from .pristine import __builtins__

import unittest.mock  # noqa: F401
from types import ModuleType
from typing import Any, Final

from .modules import copy_of

MODULES: Final[dict[str, ModuleType]] = copy_of(
    ["unittest", "unittest.async_case", "unittest.mock", "doctest"]
)
unittest: Any = MODULES["unittest"]
doctest: Any = MODULES["doctest"]
# Otherwise looked up on first use, which would find the public one.
unittest.IsolatedAsyncioTestCase = MODULES["unittest.async_case"].IsolatedAsyncioTestCase  # type: ignore[attr-defined]


def all_modules() -> list[ModuleType]:
    """Every private module."""
    return list(MODULES.values())
