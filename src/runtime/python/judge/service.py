"""A stand-in for something slow: it takes virtual time and notes each call."""

from .pristine import __builtins__

import asyncio
from collections.abc import Callable, Coroutine
from inspect import isawaitable, markcoroutinefunction
from sys import _getframe
from typing import Any

from . import journal as _journal
from .bookkeeping import note, note_values
from .failure import Failure
from .frames import learner_line
from .journal import Call, Journal
from .program import quoted
from .wording import capital, count, seconds as in_seconds, show


class Service:
    """An async callable: ``await service(x)`` takes virtual time, then answers.

    `handler` makes the answer from the call's arguments (default: the first argument, or None);
    it may raise, and may be async. `seconds` is a number or a function of the same arguments.
    ``calls`` keeps every call's arguments alive, so give it small ones where memory is measured.
    """

    def __init__(
        self,
        handler: Callable[..., Any] | None = None,
        seconds: float | Callable[..., float] = 1.0,
        name: str = "fetch",
    ) -> None:
        self.name = self.__name__ = self.__qualname__ = name
        self.calls: list[Call] = []
        self.active = 0
        self.peak = 0
        self._peak_call: Call | None = None
        self._handler = handler
        self._seconds = seconds
        markcoroutinefunction(self)

    def __call__(self, *args: Any, **kwargs: Any) -> Coroutine[Any, Any, Any]:
        coroutine = self._run(args, kwargs, learner_line(_getframe(1)), _journal.current())
        coroutine.__name__ = coroutine.__qualname__ = self.name
        return coroutine

    async def _run(
        self,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        line: int | None,
        made_during: Journal,
    ) -> Any:
        journal = _journal.current()
        task = asyncio.current_task()
        call = Call(
            args, kwargs, journal.now, line=line, task=task.get_name() if task else "",
            label=f"{self.name}({_arguments(args, kwargs)})",
        )  # fmt: skip
        self.calls.append(call)
        journal.call_started(call)
        note(call, args, kwargs, call.start, call.start, call.label)
        note_values(args)
        self.active += 1
        if self.active > self.peak:
            self.peak, self._peak_call = self.active, call
        outcome: _journal.Outcome = "pending"
        try:
            await asyncio.sleep(
                self._seconds(*args, **kwargs) if callable(self._seconds) else self._seconds
            )
            answer = args[0] if args else None
            if self._handler is not None:
                answer = self._handler(*args, **kwargs)
                if isawaitable(answer):
                    answer = await answer
            outcome = "returned"
            return answer
        except asyncio.CancelledError:
            outcome = "cancelled"
            raise
        except GeneratorExit:
            raise
        except BaseException:
            outcome = "raised"
            raise
        finally:
            self.active -= 1
            journal.call_ended()
            if not journal.closing and outcome != "pending":
                call.outcome, call.end = outcome, journal.now

    def assert_concurrency(self, max: int | None = None, reaches: int | None = None) -> None:
        """Fail if more than `max` calls were in flight at once, or never as many as `reaches`."""
        line = self._peak_call.line if self._peak_call else None
        at = self._peak_call.start if self._peak_call else 0.0
        check_concurrency(f"calls of {self.name}", self.peak, at, line, max, reaches)

    def assert_called(
        self, times: int | None = None, at_most: int | None = None, at_least: int | None = None
    ) -> None:
        """Fail unless it was called so often."""
        if times is not None:
            at_most = at_least = times
        made = len(self.calls)
        if at_most is not None and made > at_most:
            raise Failure(
                f"Your program called {self.name} {count(made, 'time')}; "
                f"{'never' if at_most == 0 else count(at_most, 'time')} "
                f"{'was' if at_most <= 1 else 'were'} needed. The first call too many, "
                f"{self.calls[at_most].label}, was made by {quoted(self.calls[at_most].line)} "
                f"at {in_seconds(self.calls[at_most].start)}.",
                line=self.calls[at_most].line,
                expected=f"at most {count(at_most, 'call')} of {self.name}",
                actual=count(made, "call"),
            )
        if at_least is not None and made < at_least:
            raise Failure(
                f"Your program called {self.name} {count(made, 'time')}; "
                f"{count(at_least, 'time')} {'was' if at_least == 1 else 'were'} expected.",
                expected=f"at least {count(at_least, 'call')} of {self.name}",
                actual=count(made, "call"),
            )

    def assert_cancelled(self, times: int | None = None, at_least: int | None = None) -> None:
        """Fail unless so many of its calls were cancelled (default: at least one)."""
        cancelled = [call for call in self.calls if call.outcome == "cancelled"]
        least = times if times is not None else 1 if at_least is None else at_least
        if len(cancelled) >= least and (times is None or len(cancelled) == times):
            return
        going = [call for call in self.calls if call.outcome in ("returned", "pending")]
        told = ""
        if going and len(cancelled) < least:
            last = going[-1]
            ended = "was never ended" if last.end is None else f"ended at {in_seconds(last.end)}"
            told = f" For example {last.label}, begun at {in_seconds(last.start)}, {ended}."
        wanted = f"{'exactly' if times is not None else 'at least'} {count(least, 'call')}"
        raise Failure(
            f"{capital(wanted)} of {self.name} should have been cancelled; "
            f"{len(cancelled)} {'was' if len(cancelled) == 1 else 'were'}.{told}",
            line=going[-1].line if going else None,
            expected=f"{wanted} of {self.name} cancelled",
            actual=f"{len(cancelled)} cancelled",
        )

    def __repr__(self) -> str:
        return f"<Service {self.name}: {count(len(self.calls), 'call')}>"


def assert_concurrency(max: int | None = None, reaches: int | None = None) -> None:
    """As `Service.assert_concurrency`, over all services of the current or last clock together."""
    journal = _journal.current()
    check_concurrency(
        "calls", journal.peak, journal.peak_at, journal.peak_line, max, reaches
    )


def check_concurrency(
    what: str, peak: int, at: float, line: int | None, most: int | None, reaches: int | None
) -> None:
    """Fail when the `peak` of `what`, first seen at second `at`, is out of bounds."""
    if most is not None and peak > most:
        raise Failure(
            f"{peak} {what} were in flight at once (from {in_seconds(at)} on); at most {most} "
            f"{'is' if most == 1 else 'are'} allowed. The last of them was started by "
            f"{quoted(line)}.",
            line=line,
            expected=f"at most {most} {what} at once",
            actual=f"{peak} at once",
        )
    if reaches is not None and peak < reaches:
        how = "one after another" if peak <= 1 else f"at most {peak} at once"
        raise Failure(
            f"Your program made its {what} {how}; {reaches} should have been in flight at the "
            f"same time. Start them all before you wait for the first.",
            line=line,
            expected=f"{reaches} {what} at once",
            actual=f"{peak} at once",
        )


def _arguments(args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    shown = [show(each) for each in args] + [f"{k}={show(v)}" for k, v in kwargs.items()]
    text = ", ".join(shown)
    return text if len(text) <= 40 else text[:39] + "…"
