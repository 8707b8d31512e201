"""One plain sentence on what is wrong with a program that Python cannot read."""

from __future__ import annotations

from .pristine import __builtins__

import re
from typing import Final

_RULES: Final = (
    (r"expected ':'", "A colon is missing at the end of this line."),
    (r"'(.)' was never closed", "The bracket `{0}` that opens here is never closed."),
    (r"unmatched '(.)'", "There is a closing `{0}` too many here, or its opening one is missing."),
    (r"closing parenthesis '(.)' does not match opening parenthesis '(.)'",
     "The bracket `{1}` is closed with `{0}`: the two do not belong together."),
    (r"Maybe you meant '==' or ':=' instead of '='|Maybe you meant '==' instead of '='",
     "`=` assigns. To compare two values use `==`."),
    (r"cannot assign to (.+?) here", "{0} cannot stand on the left of `=`. To compare use `==`."),
    (r"cannot assign to (.+)", "{0} cannot stand on the left of `=`."),
    (r"unterminated (?:triple-quoted )?string literal|unterminated triple-quoted f-string|"
     r"unterminated f-string literal", "A quote is missing: this string does not end."),
    (r"expected an indented block after (.+)",
     "Something must follow, indented, after the {0}. Write `pass` if there is nothing to do."),
    (r"unexpected indent", "This line is indented further than the one before without a reason."),
    (r"unindent does not match any outer indentation level",
     "This line's indentation fits no line above it. Use four spaces a level."),
    (r"inconsistent use of tabs", "Tabs and spaces are mixed in the indentation. Use spaces."),
    (r"Perhaps you forgot a comma", "Perhaps a comma is missing between two items."),
    (r"'await' outside (?:async )?function|asynchronous comprehension outside",
     "`await` can only stand inside an `async def`."),
    (r"'async (with|for)' outside async function",
     "`async {0}` can only stand inside an `async def`."),
    (r"'(yield|return|yield from)' outside function",
     "`{0}` can only stand inside a function. Check the indentation."),
    (r"'yield from' inside async function",
     "An `async def` cannot use `yield from`. Use `async for` and `yield`."),
    (r"'return' with value in async generator",
     "An `async def` with `yield` is a generator: it can `return`, but not with a value."),
    (r"'(break|continue)' (?:outside|not properly in) loop",
     "`{0}` can only stand inside a loop. Check the indentation."),
    (r"Missing parentheses in call to '(.+?)'",
     "`{0}` is a function: put its arguments in `(...)`."),
    (r"positional argument follows keyword argument",
     "Arguments with a name come last in a call."),
    (r"parameter without a default follows parameter with a default",
     "Parameters with a default come last."),
    (r"name '(.+?)' is used prior to (global|nonlocal) declaration",
     "`{1} {0}` must come before the first use of `{0}` in this function."),
    (r"no binding for nonlocal '(.+?)' found",
     "`nonlocal {0}` needs a variable `{0}` in an enclosing function. At the top level use "
     "`global`."),
    (r"name '(.+?)' is parameter and (global|nonlocal)",
     "`{0}` is a parameter already, so it cannot be {1} too."),
    (r"duplicate (?:argument|parameter) '(.+?)'", "The parameter `{0}` is there twice."),
    (r"expected 'except' or 'finally' block", "A `try` needs an `except` or a `finally`."),
    (r"invalid character '(.+?)'",
     "`{0}` is not a character that Python knows here. A copied quote or dash is often the cause."),
    (r"invalid non-printable character",
     "There is an invisible character here. Type the line anew."),
    (r"leading zeros in decimal integer", "A whole number cannot begin with 0."),
    (r"invalid decimal literal",
     "A name cannot begin with a digit, and a number holds no letters."),
    (r"f-string: (.+)", "Inside the braces of this f-string: {0}."),
    (r"unexpected EOF|unexpected end of", "The program ends in the middle of something."),
    (r"'(.+?)' is an assignment to the keyword|cannot use .* as", "This name cannot be used here."),
    (r"invalid syntax\. Maybe you meant (.+)\?", "Python does not understand this. Did you mean "
     "{0}?"),
    (r"too many statically nested blocks", "This is nested too deeply: move part of it to a "
     "function."),
    (r"source code string cannot contain null bytes",
     "There is an invisible character in the file."),
    (r"invalid syntax", "Python does not understand this line. Look at it and at the end of the "
     "one before."),
)  # fmt: skip
_COMPILED: Final = [(re.compile(pattern), words) for pattern, words in _RULES]
_ASSIGNED: Final = re.compile(r"^\s*(?:if|elif|while|assert|return)\b[^=!<>]*[^=!<>:]=[^=]")


def explain(error: SyntaxError) -> str:
    """What is wrong and what to do about it."""
    text = error.msg or ""
    line = error.text or ""
    for pattern, words in _COMPILED:
        match = pattern.search(text)
        if match:
            if pattern.pattern == "invalid syntax" and _ASSIGNED.search(line):
                return "`=` assigns. To compare two values use `==`."
            groups = [group for group in match.groups() if group is not None]
            sentence = words.format(*groups)
            return sentence[:1].upper() + sentence[1:]
    return f"Python does not understand this: {text}."
