"""One schedule, tried out: what is set up, run side by side and checked, and how it ended."""

from ..pristine import __builtins__

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, Literal

from ..deadlock import Deadlock
from . import primitives, words
from .notes import Notes
from .policy import Plan, Slices
from .scheduler import scheduler
from .strand import Killed, Strand

Work = Callable[[Any], object]


@dataclass
class Trouble:
    """How a schedule broke the program: `strand` is who raised `error`, or who held `lock`."""

    kind: Literal["check", "error", "deadlock", "held"]
    error: BaseException | None = None
    strand: Strand | None = None
    lock: Any = None
    waits: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Scenario:
    """What is explored. Each of `threads` and `check` is given what `setup` returned."""

    setup: Callable[[], Any]
    threads: Sequence[tuple[str, Work]]
    check: Work | None

    def play(self, plan: Plan, notes: Notes | None = None) -> Trouble | None:
        """Runs one schedule; None when all went well. Nothing is left of it afterwards."""
        explain, on_error = scheduler.explain, scheduler.on_error
        errors: list[tuple[Strand, BaseException]] = []
        scheduler.explain = words.deadlock
        scheduler.on_error = lambda strand, error: errors.append((strand, error))
        try:
            return self._play(plan, notes, errors)
        finally:
            scheduler.explain, scheduler.on_error = explain, on_error
            scheduler.policy, scheduler.notes = Slices(), None
            primitives.clear()

    def _play(
        self, plan: Plan, notes: Notes | None, errors: list[tuple[Strand, BaseException]]
    ) -> Trouble | None:
        scheduler.policy = Slices()
        state = self.setup()
        gate = _Gate()
        strands = [self._start(name, work, state, gate, errors) for name, work in self.threads]
        scheduler.policy, scheduler.notes = plan, notes
        try:
            gate.open()
            for strand in strands:
                if not strand.done:
                    scheduler.wait(strand, lambda s=strand: s.done, None)  # type: ignore[misc]
            if not errors and self.check is not None:
                self.check(state)
        except Deadlock as verdict:
            return Trouble("deadlock", verdict, waits=words.waits_of(scheduler.strands))
        except Exception as error:
            return Trouble("check", error)
        if errors:
            strand, error = errors[0]
            if notes is not None:
                notes.raised(strand, error)
            return Trouble("error", error, strand)
        for strand in strands:
            for lock in strand.held.values():
                if not lock.tried:
                    return Trouble("held", strand=strand, lock=lock)
        return None

    def _start(
        self,
        name: str,
        work: Work,
        state: Any,
        gate: "_Gate",
        errors: list[tuple[Strand, BaseException]],
    ) -> Strand:
        found: list[Strand] = []

        def body() -> None:
            strand = scheduler.current
            strand.label = name
            found.append(strand)
            gate.wait()
            try:
                work(state)
            except (Killed, KeyboardInterrupt):
                raise
            except SystemExit:
                return
            except BaseException as error:
                errors.append((strand, error))

        Thread(target=body, name=name, daemon=True).start()
        return found[0]


class _Gate:
    """Keeps the threads together until all of them are there."""

    owner = None
    reason = "the others"

    def __init__(self) -> None:
        self._is_open = False

    def wait(self) -> None:
        """Until it is open."""
        scheduler.wait(self, lambda: self._is_open, None)

    def open(self) -> None:
        """Everybody may go on."""
        self._is_open = True
        scheduler.freed(self)
