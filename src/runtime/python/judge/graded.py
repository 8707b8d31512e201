"""What good tests look like, and the failures that say what others lack."""

from .pristine import __builtins__

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .failure import Failure
from .program import quoted
from .suite import LOADING, Fault, Outcome
from .wording import at_line, capital, count, listed, seconds as in_seconds


@dataclass(frozen=True)
class Graded:
    """Tests that pass on every right implementation and catch every bug that was tried."""

    outcome: Outcome
    """Of the first right implementation."""

    def assert_waits(self, at_most: float = 0.0) -> None:
        """Fail if the tests let more than so many (virtual) seconds pass."""
        waited = self.outcome.ending.waited
        if waited > at_most:
            raise Failure(
                f"Your tests wait {in_seconds(waited)} by the clock, every time that anybody runs "
                f"them. Give the program a time of your own instead of waiting for the real one.",
                expected=f"at most {in_seconds(at_most)} of waiting",
                actual=in_seconds(waited),
            )

    def assert_undone(self) -> None:
        """Fail if the tests left something replaced, in Python or in the module under test."""
        replaced = self.outcome.ending.replaced
        left = ([replaced] if replaced else []) + self.outcome.replaced
        if left:
            names = ticked(left)
            raise Failure(
                f"When your tests have ended, {names} {'is' if len(left) == 1 else 'are'} still "
                f"replaced, and every test that runs later works with your stand-in. Replace it "
                f"in a `with mock.patch(…)` block, or undo it with `self.addCleanup`.",
                expected="everything put back",
                actual=f"{names} replaced",
            )


def no_tests() -> Failure:
    """Nothing ran."""
    return Failure(
        "There is no test in your program that runs. Write methods called `test_…` in a "
        "`unittest.TestCase`, or functions called `test_…`.",
        expected="at least one test",
        actual="none",
    )


def not_right(called: str, fault: Fault, stopped: bool, module: str | None) -> Failure:
    """A test that fails on a right implementation; `module`, when it passes on the first one."""
    where = capital(quoted(fault.line))
    if called == LOADING:
        what = f"Your tests cannot be loaded: {quoted(fault.line)} raised {fault.told}."
    elif stopped:
        what = f"Your test `{called}` does not end: stopped on {at_line(fault.line)}."
    elif fault.line is None:
        what = f"Your test `{called}` fails on a right implementation: {fault.told}."
    else:
        what = f"Your test `{called}` fails on a right implementation. {where}: {fault.told}."
    if module is not None:
        what += (
            f" That does not happen with `{module}` as you know it, and this one keeps the same "
            f"promises in another way: test what was promised, not how it is done."
        )
    return Failure(what, line=fault.line, expected="a pass", actual=fault.told)


def silent(names: Sequence[str], module: str, line: int | None) -> Failure:
    """None of the tests asserts anything, or notices anything otherwise."""
    one = len(names) == 1
    whose = f"Your test {ticked(names)} asserts" if one else "Your tests assert"
    return Failure(
        f"{whose} nothing: whatever `{module}` answers, {'it passes' if one else 'they pass'}. "
        f"Say with `assert` or `self.assertEqual` what must come out.",
        line=line,
        expected="an assertion about what comes out",
        actual="no assertion",
    )


def toothless(module: str, replaced: tuple[str, int] | None) -> Failure:
    """The tests pass even when there is nothing in the module; `replaced` may say why."""
    why = ""
    if replaced is not None:
        why = (
            f" On your line {replaced[1]} you replace `{replaced[0]}`, which is what should be "
            f"tested: only what it uses may be replaced."
        )
    return Failure(
        f"Your tests pass whatever `{module}` does: they also pass when each of its functions "
        f"returns `None`, and when each raises an error.{why}",
        line=replaced[1] if replaced else None,
        expected="tests that depend on the program",
        actual="none does",
    )


def missed(bugs: Mapping[str, Sequence[str]], notes: Sequence[str]) -> Failure:
    """The symptoms of the bugs that no test has caught."""
    away = [symptom for symptom, names in bugs.items() if not names]
    verb = "gets" if len(away) == 1 else "get"
    lines = [f"- {symptom}" for symptom in away]
    return Failure(
        "\n".join([f"{len(away)} of {count(len(bugs), 'bug')} {verb} past your tests:", *lines])
        + "".join(f"\n{note}" for note in notes),
        expected=f"{count(len(bugs), 'bug')} caught",
        actual=f"{len(bugs) - len(away)} caught",
    )


def summary(bugs: Mapping[str, Sequence[str]]) -> str:
    """How many were caught, as a sentence."""
    caught = sum(1 for names in bugs.values() if names)
    if caught == len(bugs):
        return f"All {count(len(bugs), 'bug')} were caught." if caught > 1 else "The bug was caught."
    return f"{caught} of {count(len(bugs), 'bug')} {'was' if caught == 1 else 'were'} caught."


def ticked(names: Sequence[str]) -> str:
    """```a`, `b` and `c```."""
    return listed([f"`{name}`" for name in names])
