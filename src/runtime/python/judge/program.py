"""The learner's program as text: its lines and its syntax tree."""

from .pristine import __builtins__

import ast

_source = ""
_tree: ast.Module | None = None


def set_solution(source: str) -> None:
    """Tell the judge the learner's source; the harness does so before each check."""
    global _source, _tree
    _source = source
    _tree = None


def tree() -> ast.Module:
    """The learner's syntax tree, parsed once. Raises SyntaxError as `ast.parse` does."""
    global _tree
    if _tree is None:
        _tree = ast.parse(_source, "solution.py")
    return _tree


def line_text(line: int | None) -> str:
    """One line of the learner's program without its indentation; empty when unknown."""
    lines = _source.splitlines()
    return lines[line - 1].strip() if line is not None and 0 < line <= len(lines) else ""


def quoted(line: int | None) -> str:
    """``your line 6 (`x = f()`)``; without the text when the source is not known."""
    if line is None:
        return "your program"
    text = line_text(line)
    if not text:
        return f"your line {line}"
    return f"your line {line} (`{text if len(text) <= 60 else text[:59] + '…'}`)"
