"""Files that lie beside the program and its tests, for both to import and to open."""

from __future__ import annotations

from .pristine import __builtins__

import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

_makedirs, _remove, _rmdir, _open = os.makedirs, os.remove, os.rmdir, open
_join, _dirname, _exists = os.path.join, os.path.dirname, os.path.exists


def files_of(spec: Mapping[str, Any]) -> dict[str, str]:
    """The files of a job, path → text."""
    return {file["path"]: file["text"] for file in spec.get("files", ())}


@contextmanager
def laid_out(files: Mapping[str, str]) -> Iterator[None]:
    """Lays the files (path → text) into the working folder, and takes them away afterwards."""
    if not files:
        yield
        return
    base = os.getcwd()
    made: list[str] = []
    for path, text in files.items():
        whole = _join(base, path)
        folder = _dirname(whole)
        while not _exists(folder):
            made.append(folder)
            folder = _dirname(folder)
        _makedirs(_dirname(whole), exist_ok=True)
        with _open(whole, "w", encoding="utf-8") as file:
            file.write(text)
    sys.path.append(base)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        with suppress(ValueError):
            sys.path.remove(base)
        for path in files:
            with suppress(OSError):
                _remove(_join(base, path))
        for folder in sorted(made, key=len, reverse=True):
            with suppress(OSError):
                _rmdir(folder)


def modules_in(files: Mapping[str, str]) -> frozenset[str]:
    """The modules and packages that can be imported from the files."""
    tops = {path.partition("/")[0] for path in files if path.endswith(".py")}
    return frozenset(name.removesuffix(".py") for name in tops)
