"""Running coroutines on virtual time."""

from .pristine import __builtins__

import asyncio
import gc
from collections.abc import Awaitable
from inspect import isawaitable
from typing import Any, Self

from . import install as _install, journal as _journal, pretended
from .failure import Failure
from .journal import Journal
from .loop import VirtualLoop
from .program import quoted
from .wording import capital, seconds, show

_TOLERANCE = 1e-6


class Clock:
    """A context manager: inside, time is virtual and starts at 0.

    >>> with judge.clock() as clock:
    ...     result = clock.run(main())
    >>> clock.elapsed
    3.0

    Nothing ever waits: when every task is idle, time jumps to the next timer. Once nothing can
    wake the program, `Deadlock` is raised. After the block the measurements stay readable.
    """

    def __init__(self) -> None:
        self._journal = Journal()
        self._elapsed = 0.0

    def __enter__(self) -> Self:
        _install.install()
        _journal.use(self._journal)
        return self

    def __exit__(self, *exc_info: object) -> None:
        _install.uninstall()

    @property
    def elapsed(self) -> float:
        """Virtual seconds that the runs took together."""
        return round(self._elapsed, 9)

    def now(self) -> float:
        """Virtual seconds since the clock started."""
        return self._journal.now

    def run(self, main: Awaitable[Any], cancel_after: float | None = None) -> Any:
        """Run a coroutine as `asyncio.run` does and return its result, or raise its exception.

        `cancel_after` cancels it at that virtual second of the run. Tasks that it leaves are
        cancelled afterwards (see `assert_no_leaks`); that takes no part in `elapsed`.
        """
        if not isawaitable(main):
            raise Failure(
                f"A coroutine was expected, from a function written with `async def`; "
                f"your function returned {show(main)}.",
                expected="a coroutine",
                actual=show(main),
            )
        journal = self._journal
        start = end = journal.now
        loop = VirtualLoop(journal)
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                if cancel_after is not None:
                    loop.call_later(cancel_after, loop.cancel_main)
                try:
                    return runner.run(main)  # type: ignore[arg-type]
                finally:
                    end = journal.now
                    self._elapsed += end - start
        finally:
            journal.time.now = end

    def assert_elapsed(
        self,
        at_most: float | None = None,
        at_least: float | None = None,
        exactly: float | None = None,
    ) -> None:
        """Fail unless the runs took so many virtual seconds (to within a millionth)."""
        if exactly is not None:
            at_most = at_least = exactly
        took = self.elapsed
        if at_most is not None and took > at_most + _TOLERANCE:
            bound = f"{'exactly' if exactly is not None else 'at most'} {seconds(at_most)}"
            block = next(iter(self._journal.blocks), None)
            why = "" if block is None else (
                f" {capital(quoted(block.line))} holds up the whole loop for "
                f"{seconds(block.seconds)}."
            )  # fmt: skip
            raise Failure(
                f"Your program took {seconds(took)}; {bound} should have been enough.{why}",
                line=block.line if block is not None else None,
                expected=bound,
                actual=seconds(took),
            )
        if at_least is not None and took < at_least - _TOLERANCE:
            bound = f"{'exactly' if exactly is not None else 'at least'} {seconds(at_least)}"
            raise Failure(
                f"Your program took only {seconds(took)}; {bound} had to pass.",
                expected=bound,
                actual=seconds(took),
            )

    @staticmethod
    def install() -> None:
        """Make virtual time the default for all of asyncio and ``time.sleep``; see `install`."""
        _install.install()

    @staticmethod
    def uninstall() -> None:
        """Undo one `install`."""
        _install.uninstall()


def assert_not_blocked(at_most: float = 0.0) -> None:
    """Fail if ``time.sleep`` in a coroutine held up the loop for more than so many seconds."""
    blocks = _journal.current().blocks
    total = sum([block.seconds for block in blocks])
    if total <= at_most + _TOLERANCE:
        return
    worst = max(blocks, key=lambda block: block.seconds)
    raise Failure(
        f"{capital(quoted(worst.line))} held up the whole event loop for "
        f"{seconds(worst.seconds)}: nothing else could run meanwhile"
        f"{'' if len(blocks) == 1 else f' ({seconds(total)} in all, {len(blocks)} times)'}. "
        f"Use `await asyncio.sleep(…)`, or `asyncio.to_thread` for a call that blocks.",
        line=worst.line,
        expected="a loop that is never held up"
        if not at_most
        else f"a loop held up for at most {seconds(at_most)}",
        actual=f"held up for {seconds(total)}",
    )


def reset() -> None:
    """Start a new ambient journal, for programs that run without a `Clock` (a new test begins)."""
    gc.collect()
    _journal.use(Journal()).silence()
    pretended.forget()
