"""Runs a passed test once more for its numbers, with the learner's program or with the model."""

from __future__ import annotations

from .pristine import __builtins__

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from . import judging, leftovers, modules
from .discovery import Case
from .frames import SOLUTION
from .stage import Scene, Stage
from .streams import Kept
from .testsource import TestSource
from .trial import Runner, Trial

# Tracing memory and looking line by line take that many times the work.
_HEAVIER = 10
# Steps of a test that is looked at line by line, which multiplies them.
_MODERATE = 3_000_000
Sizes = Sequence[Sequence[int]]
Spot = tuple[int, str]


@dataclass(frozen=True)
class Program:
    """A program that can stand as the learner's."""

    code: CodeType
    text: str


@dataclass
class Passed:
    """A test that the learner's program has passed, with what that took."""

    case: Case
    cost: int
    evidence: list[dict[str, Any]]
    # Whether something was imported for the first time, which no later test pays for.
    has_imported: bool = False

    @property
    def sizes(self) -> Sizes:
        """The sizes at which the test measured growth."""
        return sizes_of(self.evidence)


@dataclass
class Reading:
    """What one more run gave."""

    cost: int = 0
    peak: int | None = None
    evidence: list[dict[str, Any]] = field(default_factory=list)


def sizes_of(evidence: Sequence[dict[str, Any]]) -> Sizes:
    """The sizes of each measurement of growth, in their order."""
    return [[point["n"] for point in one["points"]] for one in evidence if one["kind"] == "growth"]


@dataclass(frozen=True)
class Gauge:
    """Measures under the limits of one test. A run that does not pass has no reading: None."""

    stage: Stage
    runner: Runner
    source: TestSource
    tests: CodeType
    mine: Program
    model: Program | None
    cost: int
    seconds: float

    def read(self, program: Program, case: Case, sizes: Sizes) -> Reading | None:
        """The steps of the test."""
        clock = self.stage.limits.cost

        def measure(reading: Reading, run: Callable[[], object]) -> None:
            before = clock()
            run()
            reading.cost = clock() - before

        return self._run(program, case, sizes, measure, self.cost)

    def read_peak(self, program: Program, case: Case, sizes: Sizes) -> Reading | None:
        """The bytes that the test held at its peak."""

        def measure(reading: Reading, run: Callable[[], object]) -> None:
            reading.peak = judging.whole_peak(run)

        return self._run(program, case, sizes, measure, self.cost * _HEAVIER)

    def find(
        self, passed: Passed, look: Callable[[Callable[[], object]], Spot | None]
    ) -> Spot | None:
        """What `look` finds in the learner's program, None in a test that is too long for it.

        Growth is followed to its second size only, so that no device is too slow to look.
        """
        sizes = [each[:2] for each in passed.sizes]
        every = sum(sum(each) for each in passed.sizes)
        share = sum(sum(each) for each in sizes) / every if every else 1.0
        if passed.cost * share > _MODERATE:
            return None
        found: list[Spot | None] = []

        def measure(_reading: Reading, run: Callable[[], object]) -> None:
            found.append(look(run))

        self._run(self.mine, passed.case, sizes, measure, self.cost * _HEAVIER)
        return found[0] if found else None

    def _run(
        self,
        program: Program,
        case: Case,
        sizes: Sizes,
        measure: Callable[[Reading, Callable[[], object]], None],
        cost: int,
    ) -> Reading | None:
        reading = Reading()
        trials: list[Trial] = []
        model = None if self.model is None else self.model.text
        judging.prepare(program.text, model)
        modules.remember_source(SOLUTION, program.text)
        try:
            with self.stage.fresh(Kept(), cost, self.source.aliases) as scene:

                def work() -> None:
                    self._load(program, scene)
                    judging.follow(sizes)

                    def run() -> None:
                        trials.append(self.runner.run(case, scene.tests, scene.solution))

                    measure(reading, run)
                    judging.settle(trials[0])
                    leftovers.sweep()

                ending = self.stage.attempt(work, cost, self.seconds)
                changed = self.stage.mend()
                reading.evidence = judging.evidence_of_test()
        finally:
            judging.prepare(self.mine.text, model)
            modules.remember_source(SOLUTION, self.mine.text)
        if ending.error is not None or ending.stop is not None or changed is not None:
            return None
        return None if any(trial.faults for trial in trials) else reading

    def _load(self, program: Program, scene: Scene) -> None:
        scene.load(program.code, self.tests, share=not self.source.imports_solution())
