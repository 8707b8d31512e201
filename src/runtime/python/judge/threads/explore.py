"""`judge.explore`: tries schedules of a few threads, and tells of the first that breaks something."""

from ..pristine import __builtins__

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

from .. import evidence
from . import story
from .notes import Notes
from .policy import Dice, Plan
from .scheduler import scheduler
from .trial import Scenario, Trouble, Work

# Parts of all schedules that go to one interruption and to two, in hundredths; the rest is chance.
_ONE, _TWO = 45, 75
_FIRSTS = 4
# How many schedules a simpler one may be looked for.
_SHRINKING = 60
_OFTEN = (0.05, 0.1, 0.2, 0.35)
Thread = Work | tuple[str, Work]


def explore(
    setup: Callable[[], Any],
    threads: Sequence[Thread],
    check: Work | None = None,
    schedules: int = 200,
    seed: int | None = None,
) -> None:
    """Fail if some order of events breaks the program.

    ``setup()`` makes what the threads share; each of `threads` is called with that in a thread of
    its own (a function, or a name and a function), and at the end ``check(shared)`` looks at it.
    That is done once for each of so many schedules: first without interruptions, then with one and
    with two at all kinds of points, then by chance. It fails when the check does, when a thread
    raises, when nobody can go on, or when a thread ends and still holds a lock that it waited for.
    `seed` tries one schedule again. Code between two points of the program runs undisturbed.
    """
    if scheduler.stacks is None:
        raise RuntimeError("this browser cannot switch stacks, so threads cannot be explored")
    scenario = Scenario(setup, _named(threads), check)
    tried = 0
    for number, plan in _plans(scenario, schedules):
        if seed is not None and number != seed and not isinstance(plan, _Base):
            continue
        tried += 1
        trouble = scenario.play(plan)
        if trouble is not None:
            _fail(scenario, trouble, plan, number, tried)
    names = [name for name, _ in scenario.threads]
    evidence.record(story.good(names, tried, 0 if seed is None else seed))


def _named(threads: Sequence[Thread]) -> list[tuple[str, Work]]:
    """Threads by the names of their functions, numbered where those do not tell them apart."""
    pairs = [each if isinstance(each, tuple) else (_name_of(each), each) for each in threads]
    names = [name for name, _ in pairs]
    counts: dict[str, int] = {}
    found: list[tuple[str, Work]] = []
    for name, work in pairs:
        counts[name] = counts.get(name, 0) + 1
        found.append((f"{name} {counts[name]}" if names.count(name) > 1 else name, work))
    return found


def _name_of(work: Work) -> str:
    name = str(getattr(work, "__name__", "thread"))
    return "thread" if name == "<lambda>" else name


class _Base(Plan):
    """A schedule without interruptions, by which the others are planned."""


def _plans(scenario: Scenario, schedules: int) -> Iterator[tuple[int, Plan]]:
    """Numbered schedules, the simplest first. Each number always means the same schedule."""
    bases: list[_Base] = []
    number = 0
    for first in range(min(len(scenario.threads), _FIRSTS, schedules)):
        base = _Base({}, [first])
        bases.append(base)
        yield number, base
        number += 1
    others = max(1, len(scenario.threads) - 1)
    single = [
        (base, point, other)
        for base in bases
        for point in range(base.points)
        for other in range(others)
    ]
    random = Random(20_260_101)
    room = schedules * _ONE // 100
    if len(single) > room:
        single = sorted(random.sample(single, room), key=lambda each: (each[1], each[2]))
    for base, point, other in single:
        if number >= schedules:
            return
        yield number, Plan({point: other}, base.picked)
        number += 1
    while number < schedules * _TWO // 100:
        base = random.choice(bases)
        if base.points < 2:
            break
        cuts = {
            point: random.randrange(others)
            for point in random.sample(range(base.points + base.points // 2), 2)
        }
        yield number, Plan(cuts, base.picked[:1])
        number += 1
    while number < schedules:
        yield number, Dice(Random(number).random, _OFTEN[number % len(_OFTEN)])
        number += 1


def _fail(scenario: Scenario, trouble: Trouble, plan: Plan, number: int, tried: int) -> None:
    """Looks for the simplest schedule of the kind, and raises what is to be said of it."""
    cuts, picks = _shrunk(scenario, trouble, plan)
    notes = Notes()
    again = scenario.play(Plan(cuts, picks), notes)
    told = again if again is not None else trouble
    names = [name for name, _ in scenario.threads]
    evidence.record(story.bad(told, notes, names, number, tried))
    raise story.failure(told, notes, number, tried)


def _shrunk(
    scenario: Scenario, trouble: Trouble, plan: Plan
) -> tuple[dict[int, int], list[int]]:
    """The same trouble with as few interruptions as can be found."""
    cuts, picks = dict(plan.cut), list(plan.picked)
    tries = 0

    def breaks(cuts: dict[int, int], picks: list[int]) -> bool:
        nonlocal tries
        tries += 1
        found = scenario.play(Plan(cuts, picks))
        return found is not None and found.kind == trouble.kind

    if breaks(cuts, picks[:1]):
        picks = picks[:1]
    changed = True
    while changed and tries < _SHRINKING:
        changed = False
        for point in sorted(cuts, reverse=True):
            fewer = {at: other for at, other in cuts.items() if at != point}
            if tries < _SHRINKING and breaks(fewer, picks):
                cuts, changed = fewer, True
    return cuts, picks
