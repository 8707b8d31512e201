"""Modules that do not exist in the browser, and what to use instead."""

from __future__ import annotations

from .pristine import __builtins__

from typing import Final

_NO_NETWORK: Final = (
    "There is no network here: take the data as a parameter, or return canned data."
)
_NO_PROCESSES: Final = (
    "A browser has no processes. An interviewer accepts `ThreadPoolExecutor`, whose interface is "
    "the same, with a word on why CPU-bound work would get a `ProcessPoolExecutor`: the GIL lets "
    "one thread at a time compute."
)
_NO_PROGRAMS: Final = (
    "A browser has no processes, so no other program can be started: return canned data."
)
_NO_PACKAGES: Final = "Only the standard library is here"

INSTEAD: Final = {
    "multiprocessing": _NO_PROCESSES,
    "_multiprocessing": _NO_PROCESSES,
    "subprocess": _NO_PROGRAMS,
    "_posixsubprocess": _NO_PROGRAMS,
    "requests": _NO_NETWORK,
    "httpx": _NO_NETWORK,
    "aiohttp": _NO_NETWORK,
    "urllib3": _NO_NETWORK,
    "boto3": _NO_NETWORK,
    "numpy": f"{_NO_PACKAGES}: use lists, `array`, `math` and `statistics` in place of NumPy.",
    "pandas": f"{_NO_PACKAGES}: use `csv`, dictionaries and `collections` in place of pandas.",
    "scipy": f"{_NO_PACKAGES}: use `math` and `statistics` in place of SciPy.",
    "sortedcontainers": f"{_NO_PACKAGES}: use `bisect.insort` on a list, or `heapq`.",
    "pytest": f"{_NO_PACKAGES}: use plain `assert` or `unittest`.",
    "hypothesis": f"{_NO_PACKAGES}: use `random` with a fixed seed.",
    "pydantic": f"{_NO_PACKAGES}: use `dataclasses`.",
    "attr": f"{_NO_PACKAGES}: use `dataclasses`.",
    "attrs": f"{_NO_PACKAGES}: use `dataclasses`.",
    "trio": f"{_NO_PACKAGES}: use `asyncio`.",
    "anyio": f"{_NO_PACKAGES}: use `asyncio`.",
    "curio": f"{_NO_PACKAGES}: use `asyncio`.",
    "uvloop": f"{_NO_PACKAGES}: plain `asyncio` does the same here.",
    "redis": _NO_NETWORK,
    "psycopg2": "There is no database server here: `sqlite3` works in memory.",
    "sqlalchemy": "Only the standard library is here: `sqlite3` works in memory.",
    "tkinter": "There are no windows here: print the result.",
    "turtle": "There are no windows here: print the result.",
    "curses": "There is no terminal here: print the result.",
    "readline": "There is no terminal here: `input()` is enough.",
    "matplotlib": f"{_NO_PACKAGES}: print the numbers.",
}


def sentence(name: str, near: str | None) -> str:
    """What to do about a module that cannot be imported; `near` is a module of a similar name."""
    top = name.partition(".")[0]
    if top in INSTEAD:
        return f"`{top}` is not available in the browser. {INSTEAD[top]}"
    if near:
        return f"There is no module called `{name}`. Did you mean `{near}`?"
    return (
        f"There is no module called `{name}` here: only the standard library can be imported. "
        "Check the spelling."
    )
