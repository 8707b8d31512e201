"""A sentence for each of unittest's assertions that can fail."""

from __future__ import annotations

from .pristine import __builtins__

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from . import frames
from .assertion import Mismatch
from .phrase import Phrase, Place, bare, comparison, note_of
from .testsource import TestSource
from .text import brief, show, text_of


def phrase(error: BaseException, variables: Mapping[str, Any], source: TestSource) -> Phrase | None:
    """The failed assertion in words; None when the error is not one of a test's own assertions.

    `variables` are those of the test's function when it failed.
    """
    steps = frames.steps(error.__traceback__)
    own = [i for i, step in enumerate(steps) if step.tb_frame.f_code.co_filename == frames.TESTS]
    if not own:
        return None
    step = steps[own[-1]]
    node = source.node_at(step)
    place = Place(source, source.function_at(step.tb_lineno), step, variables)
    if isinstance(error, Mismatch):
        return bare(error, node if isinstance(node, ast.Assert) else None, place)
    after = [step.tb_frame for step in steps[own[-1] + 1 :]]
    if not after or any(not frame.f_globals.get("__unittest") for frame in after):
        return None
    inner = after[0]
    call = node if isinstance(node, ast.Call) else None
    return _Call(inner.f_code.co_name, inner.f_locals, call, place, error).phrase()


@dataclass(frozen=True)
class _Call:
    """A failed `self.assertX(…)`: the method's own arguments are in its frame."""

    method: str
    variables: Mapping[str, Any]
    node: ast.Call | None
    place: Place
    error: BaseException

    def phrase(self) -> Phrase:
        """The sentence for this method, else the method's own text."""
        pair = _PAIRS.get(self.method)
        if pair is not None and pair[0] in self.variables and pair[1] in self.variables:
            values = (self.variables[pair[0]], self.variables[pair[1]])
            return comparison(self.place, pair[2], values, self.nodes(), self.note())
        return _SENTENCES.get(self.method, _plain)(self)

    def nodes(self) -> tuple[ast.expr | None, ast.expr | None]:
        """The expressions of the first two arguments."""
        return self.argument(0), self.argument(1)

    def argument(self, index: int) -> ast.expr | None:
        """The expression of a positional argument."""
        if self.node is None or index >= len(self.node.args):
            return None
        found = self.node.args[index]
        return None if isinstance(found, ast.Starred) else found

    def note(self) -> str:
        """The author's message of this assertion, to put in front."""
        return note_of(_author_message(self))

    def one(self, value: object, told: str, expected: str) -> Phrase:
        """A sentence about the first argument alone."""
        node = self.argument(0)
        message = f"{self.note()}{self.place.gave(node, value)}, expected {told}"
        return Phrase(f"{message}{self.place.where(node, value)}.", expected, show(value))


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


_OF_ONE: Final = ("assertTrue", "assertFalse", "assertIsNone", "assertIsNotNone")


def _author_message(call: _Call) -> object:
    """The message that the test's author gave; some methods overwrite theirs with more."""
    if call.node is None:
        return None
    count = 1 if call.method in _OF_ONE else 2
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


def _true(call: _Call) -> Phrase:
    return call.one(call.variables.get("expr"), "a true value", "True")


def _false(call: _Call) -> Phrase:
    return call.one(call.variables.get("expr"), "a false value", "False")


def _none(call: _Call) -> Phrase:
    return call.one(call.variables.get("obj"), "None", "None")


def _not_none(call: _Call) -> Phrase:
    return call.one(None, "a value", "a value")


def _instance(call: _Call) -> Phrase:
    kind = call.variables.get("cls")
    name = getattr(kind, "__name__", None) or show(kind, 100)
    return call.one(call.variables.get("obj"), f"an object of {name}", f"an instance of {name}")


def _almost(call: _Call) -> Phrase:
    return _two(call, "about {0}", "about {0}")


def _counted(call: _Call) -> Phrase:
    return _two(call, "the items of {0} in any order", "{0}")


def _two(call: _Call, told: str, wanted: str) -> Phrase:
    values = call.variables
    first, second = values.get("first_seq", values.get("first")), values.get("second")
    second = values.get("second_seq", second)
    left, right = call.nodes()
    if call.place.is_swapped(left, right):
        first, second, left = second, first, right
    message = f"{call.note()}{call.place.gave(left, first)}, expected {told.format(brief(second))}"
    message = f"{message}{call.place.where(left, first)}."
    return Phrase(message, wanted.format(show(second)), show(first))


def _raises(call: _Call) -> Phrase:
    expected = call.variables.get("expected_exception")
    if call.method == "__exit__":
        expected = getattr(call.variables.get("self"), "expected", None)
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
        block = call.place.source.block_at(call.place.step.tb_lineno)
        text = ast.unparse(block.body[-1]) if block is not None else ""
    return text if len(text) <= 100 and "\n" not in text else ""


def _plain(call: _Call) -> Phrase:
    text = text_of(call.error)
    return Phrase(text if text else "The test failed.")


_SENTENCES: Final[dict[str, Callable[[_Call], Phrase]]] = {
    "assertTrue": _true, "assertFalse": _false, "assertIsNone": _none, "assertIsNotNone": _not_none,
    "assertIsInstance": _instance,
    "assertAlmostEqual": _almost, "assertCountEqual": _counted,
    "assertRaises": _raises, "__exit__": _raises,
}  # fmt: skip
