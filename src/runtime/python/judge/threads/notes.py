"""What happens in one schedule, step by step, for the learner to read."""

from ..pristine import __builtins__

from dataclasses import dataclass
from types import CodeType

from ..frames import SOLUTION
from ..program import line_text
from .scheduler import scheduler
from .strand import Strand
from .words import title, waits_on, wanted

_MOST = 400


@dataclass
class Step:
    """A line that a thread began; `note` says what else happened there."""

    strand: Strand
    line: int
    note: str | None = None
    # Whether it is the rest of a line in whose middle the thread was interrupted.
    is_rest: bool = False

    def add(self, note: str) -> None:
        """One more note."""
        self.note = note if self.note is None else f"{self.note}; {note}"


class Notes:
    """Listens to the scheduler; `steps` are those in the learner's program."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def passes(self, code: CodeType, line: int, is_line: bool) -> None:
        """A strand goes on at a point."""
        if code.co_filename != SOLUTION or len(self.steps) >= _MOST:
            return
        me = scheduler.current
        if is_line:
            self.steps.append(Step(me, line))
        elif self._last_of(me) is not None and self.steps[-1].strand is not me:
            self.steps.append(Step(me, line, "goes on in the middle of this line", True))

    def interrupted(self, me: Strand) -> None:
        """Another strand goes on in its place."""
        last = self._last_of(me)
        if last is not None and last.note is None:
            last.add("is interrupted after this")

    def waits(self, me: Strand) -> None:
        """It cannot go on by itself."""
        last = self._last_of(me)
        if last is not None and waits_on(me) == last.line:
            last.add(f"waits for {wanted(me)[0]}")

    def raised(self, me: Strand, error: BaseException) -> None:
        """It ended with an error."""
        last = self._last_of(me)
        if last is not None:
            last.add(f"raises {type(error).__name__}")

    def _last_of(self, strand: Strand) -> Step | None:
        return next((step for step in reversed(self.steps) if step.strand is strand), None)

    def evidence(self) -> list[dict[str, object]]:
        """The steps as the report has them."""
        return [
            {
                "thread": title(step.strand),
                "line": step.line,
                "source": line_text(step.line),
                "note": step.note,
            }
            for step in self.steps
        ]
