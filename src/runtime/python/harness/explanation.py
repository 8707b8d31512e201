"""One plain sentence on what an error means, for errors of a running program."""

from __future__ import annotations

from .pristine import __builtins__

import difflib
import re
import sys
from collections.abc import Callable, Sequence
from typing import Final

from judge.failure import Failure

from . import absent
from .frames import is_of_tests, related
from .rules import RULES
from .text import brief, closed, plural, text_of, type_name

_COMPILED: Final = [(kind, re.compile(pattern), words) for kind, pattern, words in RULES]


_RAISED: Final = "Your program raised "


def explain(error: BaseException, text: str) -> str:
    """What the error means here and what to look at; `text` is its own text with suggestions."""
    for kind, function in _SPECIAL:
        if isinstance(error, kind):
            found = function(error, text)
            if found:
                return found
    for kind, pattern, words in _COMPILED:
        if isinstance(error, kind):
            match = pattern.search(text)
            if match:
                sentence = words.format(*[group for group in match.groups() if group is not None])
                return sentence + _suggested(text, sentence)
    return raised(error, text)


def raised(error: BaseException, text: str) -> str:
    """The sentence for an error that says all there is to say, such as the program's own."""
    return f"{_RAISED}{named(error, text)}"


def named(error: BaseException, text: str) -> str:
    """The error's name and text, and a full stop: `KeyError: 'a'.`"""
    return closed(f"{type_name(error)}: {text}" if text else type_name(error))


def explains(sentence: str) -> bool:
    """Whether a sentence from here says more than the error's name and text."""
    return not sentence.startswith(_RAISED)


def _suggested(text: str, sentence: str) -> str:
    match = re.search(r"Did you mean:? '?([^'?]+)'?\?", text)
    return f" Did you mean `{match[1]}`?" if match and "Did you mean" not in sentence else ""


def _name(error: BaseException, text: str) -> str | None:
    match = re.search(r"name '(.+?)' is not defined", text)
    if not match:
        return None
    name = match[1]
    near = re.search(r"Did you mean: '(.+?)'\?", text)
    forgot = re.search(r"Did you forget to import '(.+?)'", text)
    if near:
        return f"There is no `{name}`. Did you mean `{near[1]}`?"
    if forgot:
        return f"`{name}` is not imported: put `import {forgot[1]}` at the top."
    if name in ("self", "cls"):
        return f"`{name}` is not a parameter here: make it the first one of the method."
    if name in _IMPORTS:
        return f"`{name}` is not imported: put `{_IMPORTS[name]}` at the top."
    return (
        f"There is no `{name}` here. Check the spelling, and that it is assigned before this line."
    )


_IMPORTS: Final = {
    "deque": "from collections import deque",
    "defaultdict": "from collections import defaultdict",
    "Counter": "from collections import Counter",
    "OrderedDict": "from collections import OrderedDict",
    "namedtuple": "from collections import namedtuple",
    "dataclass": "from dataclasses import dataclass",
    "field": "from dataclasses import field",
    "lru_cache": "from functools import lru_cache",
    "cache": "from functools import cache",
    "partial": "from functools import partial",
    "reduce": "from functools import reduce",
    "wraps": "from functools import wraps",
    "contextmanager": "from contextlib import contextmanager",
    "asynccontextmanager": "from contextlib import asynccontextmanager",
    "heappush": "from heapq import heappush",
    "heappop": "from heapq import heappop",
    "chain": "from itertools import chain",
    "islice": "from itertools import islice",
    "Optional": "from typing import Optional",
    "List": "from typing import List",
    "Dict": "from typing import Dict",
    "Any": "from typing import Any",
    "Callable": "from collections.abc import Callable",
    "Iterable": "from collections.abc import Iterable",
    "Iterator": "from collections.abc import Iterator",
    "Generator": "from collections.abc import Generator",
    "AsyncIterator": "from collections.abc import AsyncIterator",
    "Awaitable": "from collections.abc import Awaitable",
}


def _import(error: BaseException, text: str) -> str | None:
    name = getattr(error, "name", None)
    if isinstance(error, ModuleNotFoundError):
        near = difflib.get_close_matches(name or "", sorted(sys.stdlib_module_names), 1, 0.75)
        return absent.sentence(name or "", near[0] if near else None)
    match = re.search(r"cannot import name '(.+?)' from '(.+?)'", text)
    if match is None:
        return None
    if match[2].partition(".")[0] in absent.INSTEAD:
        return absent.sentence(match[2], None)
    near_name = re.search(r"Did you mean: '(.+?)'\?", text)
    hint = f"Did you mean `{near_name[1]}`?" if near_name else "Check the spelling."
    return f"The module `{match[2]}` has no `{match[1]}`. {hint}"


def _key(error: BaseException, _text: str) -> str | None:
    if len(error.args) != 1 or isinstance(error.args[0], str) and "empty" in error.args[0]:
        return None
    return (
        f"The key {brief(error.args[0])} is not in the dictionary. "
        "Ask with `in` first, or use `.get()` or a defaultdict."
    )


def _end_of_input(_error: BaseException, _text: str) -> str | None:
    return (
        "The program asks for input and there is none left. "
        "Fill in the input box, one line for each `input()`."
    )


def _exit(error: BaseException, _text: str) -> str | None:
    return (
        "Your program ended itself, with `sys.exit()`, `exit()` or `quit()`. "
        "Return a value or raise an error instead."
    )


def _group(error: BaseException, _text: str) -> str | None:
    errors = leaves(error)
    first = errors[0]
    if first is error:
        return None
    others = f" and {plural(len(errors) - 1, 'other')}" if len(errors) > 1 else ""
    text = text_of(first)
    inner = explain(first, text)
    told = f"Several tasks ran together, and {type_name(first)}{others} came out of them"
    if explains(inner):
        return f"{told}. {inner}"
    return closed(f"{told}: {text}" if text else told)


def _assertion(error: BaseException, text: str) -> str | None:
    if isinstance(error, Failure):
        return text
    if not is_of_tests(error):
        return None
    return text or "What the tests ask of your program here does not hold."


def _asked(error: BaseException, text: str) -> str | None:
    """A call that the learner cannot change."""
    if not is_of_tests(error):
        return None
    match = re.search(r"(\S+)\(\) missing \d+ required .+? arguments?: (.+)", text)
    if match:
        return (
            f"The tests call `{match[1]}` without {match[2]}. Leave it out of your `def` line, or "
            "give it a default."
        )
    match = re.search(r"(\S+)\(\) got an unexpected keyword argument '(.+?)'", text)
    return match and f"The tests pass `{match[2]}`, and your `{match[1]}` has no such parameter."


def leaves(error: BaseException) -> list[BaseException]:
    """The plain exceptions inside a group, of which there is always one."""
    return [one for one in related(error) if not isinstance(one, BaseExceptionGroup)] or [error]


_SPECIAL: Final[
    Sequence[tuple[type[BaseException], Callable[[BaseException, str], str | None]]]
] = (
    (BaseExceptionGroup, _group),
    (NameError, _name),
    (ImportError, _import),
    (KeyError, _key),
    (EOFError, _end_of_input),
    (SystemExit, _exit),
    (AssertionError, _assertion),
    (TypeError, _asked),
)
