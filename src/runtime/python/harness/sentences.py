"""A sentence for each of unittest's assertions that can fail."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

from . import frames
from .assertion import Mismatch
from .phrase import Phrase, bare, comparison, is_swapped, note_of, where_of, words_of
from .testsource import TestSource
from .text import brief, show, text_of

_NONE: Final = object()


def phrase(error: BaseException, source: TestSource) -> Phrase | None:
    """The failed assertion in words; None when the error is not one of a test's own assertions."""
    steps = frames.steps(error.__traceback__)
    own = [i for i, step in enumerate(steps) if step.tb_frame.f_code.co_filename == frames.TESTS]
    if not own:
        return None
    step = steps[own[-1]]
    node = source.node_at(step)
    scope = source.function_at(step.tb_lineno)
    if isinstance(error, Mismatch):
        return bare(error, node, scope, source, step)
    after = [step.tb_frame for step in steps[own[-1] + 1 :]]
    if not after or any(not frame.f_globals.get("__unittest") for frame in after):
        return None
    inner = after[0]
    call = node if isinstance(node, ast.Call) else None
    return _Call(inner.f_code.co_name, inner.f_locals, call, scope, source, step, error).phrase()


@dataclass(frozen=True)
class _Call:
    """A failed `self.assertX(…)`: the method's own arguments are in its frame."""

    method: str
    variables: Mapping[str, Any]
    node: ast.Call | None
    scope: ast.AST | None
    source: TestSource
    step: TracebackType
    error: BaseException

    def phrase(self) -> Phrase:
        """The sentence for this method, else the method's own text."""
        pair = _PAIRS.get(self.method)
        if pair is not None:
            first, second, operator = pair
            if first in self.variables and second in self.variables:
                return self._pair(first, second, operator)
        if self.method in ("assertTrue", "assertFalse"):
            return self._truth(self.method == "assertTrue")
        rule = _SENTENCES.get(self.method)
        if rule is not None:
            return rule(self)
        return Phrase(text_of(self.error))

    def argument(self, index: int) -> ast.expr | None:
        """The expression of a positional argument."""
        if self.node is None or index >= len(self.node.args):
            return None
        found = self.node.args[index]
        return None if isinstance(found, ast.Starred) else found

    def note(self) -> str:
        """The author's message of this assertion, to put in front."""
        return note_of(_author_message(self))

    def words(self) -> str:
        """The first argument as the test wrote it."""
        return words_of(self.argument(0))

    def where(self) -> str:
        """The values of variables in the first argument."""
        return where_of(self.argument(0), self.scope, self.step)

    def _pair(self, first: str, second: str, operator: str) -> Phrase:
        return comparison(
            operator, self.variables[first], self.variables[second], self.argument(0),
            self.argument(1), self.scope, self.source, self.step, self.note(),
        )  # fmt: skip

    def _truth(self, wanted: bool) -> Phrase:
        value = self.variables.get("expr", _NONE)
        expected = "True" if wanted else "False"
        told = f"a {str(wanted).lower()} value"
        message = f"{self.note()}{self.words()} gave {brief(value)}, expected {told}{self.where()}."
        return Phrase(message, expected, show(value))


_PAIRS: Final = {
    "assertEqual": ("first", "second", "Eq"), "assertNotEqual": ("first", "second", "NotEq"),
    "assertIs": ("expr1", "expr2", "Is"), "assertIsNot": ("expr1", "expr2", "IsNot"),
    "assertListEqual": ("list1", "list2", "Eq"), "assertTupleEqual": ("tuple1", "tuple2", "Eq"),
    "assertSetEqual": ("set1", "set2", "Eq"), "assertDictEqual": ("d1", "d2", "Eq"),
    "assertSequenceEqual": ("seq1", "seq2", "Eq"),
    "assertMultiLineEqual": ("first", "second", "Eq"),
    "assertLess": ("a", "b", "Lt"), "assertLessEqual": ("a", "b", "LtE"),
    "assertGreater": ("a", "b", "Gt"), "assertGreaterEqual": ("a", "b", "GtE"),
    "assertIn": ("member", "container", "In"), "assertNotIn": ("member", "container", "NotIn"),
}  # fmt: skip


def _author_message(call: _Call) -> object:
    """The message that the test's author gave; some methods overwrite theirs with more."""
    if call.node is None:
        return None
    count = 1 if call.method in ("assertTrue", "assertFalse", "assertIsNone") else 2
    node = call.argument(count)
    for keyword in call.node.keywords:
        if keyword.arg == "msg":
            node = keyword.value
    if node is None:
        return None
    if isinstance(node, ast.Constant):
        return node.value
    text = call.variables.get("msg")
    return text.rpartition(" : ")[2] if isinstance(text, str) else text


def _none(call: _Call) -> Phrase:
    value = call.variables.get("obj")
    message = f"{call.note()}{call.words()} gave {brief(value)}, expected None{call.where()}."
    return Phrase(message, "None", show(value))


def _not_none(call: _Call) -> Phrase:
    message = f"{call.note()}{call.words()} gave None, expected a value{call.where()}."
    return Phrase(message, "a value", "None")


def _instance(call: _Call) -> Phrase:
    value, kind = call.variables.get("obj"), call.variables.get("cls")
    name = getattr(kind, "__name__", None) or show(kind, 100)
    message = f"{call.note()}{call.words()} gave {brief(value)}, expected an object of {name}"
    return Phrase(f"{message}{call.where()}.", f"an instance of {name}", show(value))


def _almost(call: _Call) -> Phrase:
    first, second = call.variables.get("first"), call.variables.get("second")
    if is_swapped(call.argument(0), call.argument(1), call.scope, call.source):
        first, second = second, first
    words = words_of(call.argument(0))
    message = f"{call.note()}{words} gave {brief(first)}, expected about {brief(second)}."
    return Phrase(message, f"about {show(second)}", show(first))


def _counted(call: _Call) -> Phrase:
    first, second = call.variables.get("first"), call.variables.get("second")
    left, right = call.argument(0), call.argument(1)
    if is_swapped(left, right, call.scope, call.source):
        first, second, left = second, first, right
    message = f"{call.note()}{words_of(left)} gave {brief(first)}, expected the items of "
    return Phrase(f"{message}{brief(second)} in any order.", show(second), show(first))


def _raises(call: _Call) -> Phrase:
    context = call.variables.get("self") if call.method == "__exit__" else None
    context = context or call.variables.get("context")
    expected = getattr(context, "expected", None)
    kinds = expected if isinstance(expected, tuple) else (expected,)
    names = " or ".join(getattr(kind, "__name__", show(kind, 60)) for kind in kinds)
    text = text_of(call.error)
    if "not raised" not in text or not names:
        return Phrase(text)
    body = _body(call)
    what = f"`{body}`" if body else "The call"
    message = f"{what} raised nothing, expected {names}."
    return Phrase(message, names, "no exception")


def _body(call: _Call) -> str:
    """What was expected to raise: the `with` block's last line or the function that was passed."""
    if call.method != "__exit__":
        function = call.argument(1)
        if call.node is None or function is None:
            return ""
        text = ast.unparse(ast.Call(function, call.node.args[2:], call.node.keywords))
    else:
        block = call.source.block_at(call.step.tb_lineno)
        text = ast.unparse(block.body[-1]) if block is not None else ""
    return text if len(text) <= 100 and "\n" not in text else ""


def _plain(call: _Call) -> Phrase:
    text = text_of(call.error)
    return Phrase(text if text else "The test failed.")


_SENTENCES: Final[dict[str, Callable[[_Call], Phrase]]] = {
    "assertIsNone": _none, "assertIsNotNone": _not_none, "assertIsInstance": _instance,
    "assertAlmostEqual": _almost, "assertCountEqual": _counted, "fail": _plain,
    "assertRaises": _raises, "__exit__": _raises,
}  # fmt: skip
