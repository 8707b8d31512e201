"""What the harness asks of the judge around a check and around each test."""

from __future__ import annotations

from .pristine import __builtins__

import asyncio
import random
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import judge
from judge import hotspot, isolation, ladder, memory, program, threads, wording

from .trial import Fault, Trial

Ending = isolation.Ending
_lend, _set_running_loop = isolation.lend, asyncio._set_running_loop

_install, _uninstall = judge.Clock.install, judge.Clock.uninstall
_reset, _settle = judge.reset, judge.settle
_collect, _peak, _set_limit = judge.evidence.collect, judge.evidence.peak_bytes, judge.set_limit
_Failure = judge.Failure
_follow, _whole_peak = ladder.follow, memory.whole_peak
_hottest_of, _fattest_of = hotspot.hottest_of, hotspot.fattest_of
quoted, steps, size, significant = program.quoted, wording.steps, wording.size, wording.significant


install_threads, connect_threads = threads.install, threads.connect
use_virtual_time, has_threads = threads.use_virtual_time, threads.are_possible
leave_threads, clear_threads = threads.leave, threads.clear
_scheduler, _title, _wanted = threads.scheduler, threads.title, threads.wanted
sleep, wait, wake = _scheduler.sleep, _scheduler.wait, _scheduler.freed


def use_real_time(sleep: Callable[[float], None]) -> None:
    """Threads wait on the device's clock, by `sleep`, and chance interrupts them."""
    threads.use_real_time(sleep, random.Random(random.random()).random)


def is_alone() -> bool:
    """Whether the program has one thread."""
    return len(_scheduler.strands) == 1


def running_thread() -> str | None:
    """The name of the thread that runs; None while there is only one."""
    return None if is_alone() else _title(_scheduler.current)


def waiting_threads() -> list[tuple[str, tuple[FrameType, ...], str]]:
    """Of each thread that waits: its name, its frames, innermost first, and what it waits for."""
    waiting = [strand for strand in _scheduler.strands if strand.wants is not None]
    # What a deadlock is told by goes on to say that it never comes.
    wants = [_wanted(each)[0].partition(" that nobody ")[0] for each in waiting]
    return [(_title(each), each.frames, text) for each, text in zip(waiting, wants)]


def tell(solution: str) -> None:
    """Tells the judge the program that runs on its own."""
    judge.set_solution(solution)


def prepare(solution: str, reference: str | None) -> None:
    """Tells the judge the learner's program and the model solution. May raise SyntaxError."""
    judge.set_solution(solution)
    judge.set_reference(reference)


def install_clock() -> None:
    """Time is virtual from now on."""
    _install()


def uninstall_clock() -> None:
    """Time is real again."""
    _uninstall()


def lend(part: Callable[[Callable[[], object], int], Ending] | None) -> None:
    """Gives the judge a way to run work apart from everything else; None takes it away."""
    _lend(part)


def leave_loop() -> None:
    """No event loop runs: one that was stopped could not say so itself."""
    _set_running_loop(None)


def begin(cost: int) -> None:
    """A test begins, which may take so many steps: nothing of the last one is left."""
    _set_limit(cost)
    _reset()


def settle(trial: Trial) -> None:
    """Adds the failure that the learner's program met and swallowed, if there is one."""
    try:
        _settle()
    except _Failure as error:
        if not any(fault.error is error for fault in trial.faults):
            trial.faults.insert(0, Fault(error))


def evidence_of_test() -> list[dict[str, Any]]:
    """What the test measured."""
    return _collect()


def peak() -> int | None:
    """The highest peak of memory that the test measured, in bytes."""
    return _peak()


def follow(sizes: Sequence[Sequence[int]]) -> None:
    """Holds the test's measurements of growth to these sizes, in turn."""
    _follow(sizes)


def whole_peak(run: Callable[[], object]) -> int | None:
    """The most bytes that ``run()`` held at once; None when the program switched that off."""
    return _whole_peak(run)


def hottest(run: Callable[[], object]) -> tuple[int, str] | None:
    """The learner's line that takes most of the work of ``run()``, and a sentence about it."""
    place = _hottest_of(run)
    return None if place is None else (place.line, place.work)


def fattest(run: Callable[[], object]) -> tuple[int, str] | None:
    """The learner's line that takes most of what ``run()`` holds, and a sentence about it."""
    place = _fattest_of(run)
    return None if place is None else (place.line, place.memory)
