'''`judge`: what a test can ask of a learner's program. A manual for authors of challenges.

A challenge's ``tests.py`` is plain `unittest`; what values cannot tell comes from here. Every
assertion raises `Failure`, an `AssertionError` whose message is written for the learner: what was
expected, what happened, their own line. Nothing depends on real time or on the device.

Aspect
    ``@judge.aspect("laziness")`` on a TestCase or a test method says what it is about:
    correctness (default), laziness, concurrency, growth, memory, threads, style.

Laziness
    ``source = judge.Source(itertools.count(), name="readings")`` is an input that notes each item
    taken; pass it to the learner's function. ``source.assert_pulled(at_most=3)``,
    ``source.assert_closed()``, ``source.assert_not_closed()``; ``pulled``, ``closed``,
    ``exhausted``. ``fail_at=3, error=OSError("lost")`` makes it fail at item number 3 (from 0).
    Draining an endless input fails at the learner's line. ``judge.take(3, iterator)`` takes
    exactly three; ``judge.assert_iterator(x)``, ``judge.assert_generator(x)``.

Async, on a virtual clock
    ``with judge.clock() as clock: result = clock.run(main(), cancel_after=None)``; then
    ``clock.elapsed``, ``clock.assert_elapsed(at_most=5)``. ``judge.Service(handler, seconds,
    name)`` stands in for a slow dependency; it notes ``calls``, ``peak``, and has
    ``assert_concurrency(max=, reaches=)``, ``assert_called(times=, at_most=)``,
    ``assert_cancelled(times=)``. ``judge.assert_concurrency`` counts all services together.
    ``judge.assert_no_leaks()``: no task left, no coroutine never awaited, no exception unseen, no
    async generator left open. ``judge.assert_not_blocked()``: no ``time.sleep`` in a coroutine.
    A program that nothing can wake fails with `Deadlock`. ``asyncio.to_thread`` works, one call
    at a time on a time of its own.

Growth, cost, memory
    ``judge.assert_growth(build, run, at_most="n log n", reference=…)`` counts the work of
    ``run(build(n))`` at doubling sizes; classes 1, log n, n, n log n, n^2, n^3. A factor of
    log n is forgiven: put bounds where a whole power of n lies between right and wrong.
    ``judge.assert_cost(run, at_most=2.0, relative_to=model_run)``, a ratio of work; keep bounds
    generous. ``judge.assert_peak(run, at_most="64 KiB")``, bytes held at the worst moment above
    the start; ``judge.assert_peak_growth(build, run, at_most="1")``.

Threads
    ``judge.explore(setup, threads=[deposit, withdraw], check=balanced, schedules=200)`` runs the
    functions in threads of their own, given what ``setup()`` returned, under so many schedules:
    without interruptions, with one, with two, by chance. It fails on the first one in which
    ``check(shared)`` fails, a thread raises, nobody can go on or a lock stays held, and tells the
    simplest one of the kind, step by step. `threading`, `queue`, `concurrent.futures` and
    ``asyncio.to_thread`` work as everywhere, on virtual time; outside of `explore` threads take
    turns when they wait.

Purity and structure
    ``with judge.unchanged(data): f(data)``; ``with judge.no_globals(): f(data)``.
    ``judge.forbids("sorted", "import heapq", "while", ".sort", "recursion")``,
    ``judge.requires("yield", "async with")``: keywords, names, methods, imports.

Properties
    ``judge.property(st.lists(st.integers(0, 9)), f, oracle=lambda xs: …, runs=100)`` compares on
    generated inputs and reports the smallest that differs; without ``oracle`` the function
    asserts by itself. ``from judge import strategies as st``.

The learner's own tests
    ``judge.grade_tests(solution, module="pricing", good=[PRICING, OTHER], bad={symptom: source})``
    runs the learner's program, a file of tests, once with each implementation of the module that
    it imports: it must pass with all of `good` and fail with each of `bad`. What it returns has
    ``assert_waits(at_most=0)`` and ``assert_undone()`` (nothing left patched).
    ``judge.edited(PRICING, ("< 0", "<= 0"))`` makes a bug. ``GIVEN = {"pricing": PRICING}`` at the
    top of tests.py, from plain string constants, lets the learner's program import the module.

Model solution
    ``judge.reference.merge(…)`` is the challenge's own ``solution.py``, for oracles and curves.

The harness (not a test) calls `reset` before each test, `set_solution` and `set_reference` with
the sources, ``clock.install()`` once, ``set_limit(cost)``, ``evidence.collect()`` and `settle`
after each test.
'''

from .pristine import __builtins__

from . import (
    clock as _clock, evidence, failure as _failure, ladder as _ladder, meter, model as _model,
    strategies,
)  # fmt: skip
from .aspect import Aspect, aspect, aspect_of
from .clock import Clock, assert_not_blocked
from .cost import assert_cost
from .deadlock import Deadlock
from .failure import Failure, settle
from .grading import grade_tests
from .growth import assert_growth
from .iteration import assert_generator, assert_iterator, take
from .journal import Call
from .leaks import assert_no_leaks
from .memory import assert_peak, assert_peak_growth
from .meter import set_limit
from .model import reference, set_reference
from .program import set_solution
from .properties import property
from .purity import no_globals, unchanged
from .service import Service, assert_concurrency
from .source import MAX_PULLS, Source
from .structure import forbids, requires
from .threads.explore import explore
from .variants import edited

clock = Clock

__all__ = [
    "MAX_PULLS", "Aspect", "Call", "Clock", "Deadlock", "Failure", "Service", "Source", "aspect",
    "aspect_of", "assert_concurrency", "assert_cost", "assert_generator", "assert_growth",
    "assert_iterator", "assert_no_leaks", "assert_not_blocked", "assert_peak",
    "assert_peak_growth", "clock", "edited", "evidence", "explore", "forbids", "grade_tests", "meter",
    "no_globals", "property", "reference", "requires", "reset", "set_limit", "set_reference",
    "set_solution", "settle", "strategies", "take", "unchanged",
]  # fmt: skip


def reset() -> None:
    """Begin a new test: clear the clock, services, evidence and kept failures.

    The model solution is executed anew when it is next needed; the allowance of work starts now.
    """
    _clock.reset()
    evidence.reset()
    _failure.forget()
    _model.forget()
    _ladder.follow(())
    meter.begin()
