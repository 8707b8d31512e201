"""Second instances of unittest and doctest: patching the public ones does not reach the tests."""

from __future__ import annotations

from .pristine import __builtins__

import unittest.mock  # noqa: F401
from types import ModuleType
from typing import Any, Final

from .modules import copy_of

MODULES: Final[dict[str, ModuleType]] = copy_of(["unittest", "unittest.mock", "doctest"])
unittest: Any = MODULES["unittest"]
doctest: Any = MODULES["doctest"]


def all_modules() -> list[ModuleType]:
    """Every private module."""
    return list(MODULES.values())
