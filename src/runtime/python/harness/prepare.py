"""What is done once, before the memory image is made."""

from __future__ import annotations

from .pristine import __builtins__

import importlib
import sys
from typing import Final

from . import docstrings, exits, guard, hooks, judging, modules, private, recursion

# What an interview program usually imports. Everything else comes from the library's zip when it is
# asked for; each module here is paid for in the first visit's download.
_USUAL: Final = """
abc array ast asyncio bisect collections collections.abc contextlib contextvars copy csv dataclasses
datetime decimal enum fractions functools gc graphlib hashlib heapq inspect io itertools json
keyword linecache logging math numbers operator os pprint queue random re reprlib signal statistics
string struct textwrap threading time token tokenize traceback tracemalloc types typing unicodedata
unittest unittest.mock warnings weakref zlib concurrent.futures concurrent.futures.thread select
"""
# What those import only when it is needed, and the harness needs to explain a failure.
_HIDDEN: Final = "_ast_unparse"


def prepare() -> None:
    """Imports what programs usually import and closes the interpreter's trapdoors.

    Uses neither the bridge nor chance nor time: the result is frozen into the memory image.
    """
    for name in (*_USUAL.split(), _HIDDEN):
        importlib.import_module(name)
    # It can be imported here, and would fail where nobody looks for the reason.
    sys.modules["multiprocessing"] = None  # type: ignore[assignment]
    recursion.install()
    exits.install()
    hooks.install()
    judging.install_threads()
    docstrings.drop()
    modules.learn()
    judging.install_clock()
    guard.learn(private.ALL)
    judging.uninstall_clock()
    hooks.settle()
