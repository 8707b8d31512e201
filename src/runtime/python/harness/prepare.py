"""What is done once, before the memory image is made."""

from __future__ import annotations

from .pristine import __builtins__

import gc
import importlib
from typing import Final

from . import exits, recursion

_USUAL: Final = """
abc argparse array ast asyncio base64 bisect calendar cmath collections collections.abc contextlib
contextvars copy csv dataclasses datetime decimal difflib doctest enum fractions functools gc glob
graphlib hashlib heapq hmac html inspect io itertools json keyword linecache locale logging math
numbers operator os pathlib pickle pprint queue random re reprlib sched secrets shlex shutil signal
statistics string struct tempfile textwrap threading time timeit token tokenize traceback
tracemalloc types typing unicodedata unittest unittest.mock uuid warnings weakref zlib
concurrent.futures urllib.parse
"""


def prepare() -> None:
    """Imports what programs usually import and closes the interpreter's trapdoors.

    Uses neither the bridge nor chance nor time: the result is frozen into the memory image.
    """
    for name in _USUAL.split():
        importlib.import_module(name)
    recursion.install()
    exits.install()
    gc.collect()
    gc.freeze()
