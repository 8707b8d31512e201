"""The learner's program: its module, its lines and its syntax tree."""

from .pristine import __builtins__

import ast
import linecache
from sys import modules
from types import ModuleType

from .frames import SOLUTION


class _Program:
    """What the judge knows of the learner's program."""

    source: str = ""
    tree: ast.Module | None = None
    module: ModuleType | None = None


_program = _Program()


def set_solution(source: str | ModuleType) -> None:
    """Tell the judge the learner's source, or the executed module (its lines: `linecache`)."""
    _program.tree = None
    if isinstance(source, ModuleType):
        _program.module = source
        _program.source = "".join(linecache.getlines(SOLUTION))
    else:
        _program.module = None
        _program.source = source


def source() -> str:
    """The learner's source."""
    return _program.source


def module() -> ModuleType | None:
    """The learner's executed module, or None when there is none."""
    return _program.module or modules.get("solution")


def tree() -> ast.Module:
    """The learner's syntax tree, parsed once. Raises SyntaxError as `ast.parse` does."""
    if _program.tree is None:
        _program.tree = ast.parse(_program.source, SOLUTION)
    return _program.tree


def line_text(line: int | None) -> str:
    """One line of the learner's program without its indentation; empty when unknown."""
    lines = _program.source.splitlines()
    return lines[line - 1].strip() if line is not None and 0 < line <= len(lines) else ""


def quoted(line: int | None) -> str:
    """``your line 6 (`x = f()`)``; without the text when the source is not known."""
    text = line_text(line)
    if line is None:
        return "your program"
    if not text:
        return f"your line {line}"
    return f"your line {line} (`{text if len(text) <= 60 else text[:59] + '…'}`)"
