"""`trace`: a program, or one test of it, recorded step by step."""

from __future__ import annotations

from .pristine import __builtins__

import json
import linecache
import sys
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any, Final

from judge.failure import Excess

from . import bridge, hooks, judging, modules, shelf
from .check import Session, Unfit, encoded
from .discovery import Case
from .expected import take
from .frames import SOLUTION, TESTS
from .given import Given, given_in
from .limits import Limits
from .recorder import STEPS, Recorder
from .run import Program
from .stage import Ending, Stage
from .streams import Stream
from .trial import Trial
from .verdict import Verdict

_OUTPUT: Final = 50_000
_loads = json.loads
_getframe = sys._getframe


def trace(spec_json: str) -> str:
    """Records a run, or one test (`test`, its id); the arguments and the answer are JSON text."""
    spec = _loads(spec_json)
    worker = bridge.connect()
    progress = worker.progress
    limits = Limits(worker.budget, worker.cost, worker.reason, worker.now)
    judging.connect_threads(worker)
    heard = _Heard()
    recorder = Recorder(
        lambda: heard.length,
        lambda steps: progress(encoded({"steps": steps})),
        lambda: limits.halt(_getframe(1), f"{STEPS} steps"),
    )
    record = _run if spec["test"] is None else _test
    with shelf.laid_out(shelf.files_of(spec)):
        told = record(spec, worker, limits, heard, recorder)
    return encoded({**told, **_recorded(recorder, heard)})


def _recorded(recorder: Recorder, heard: _Heard) -> dict[str, Any]:
    lines = {step["line"] for step in recorder.steps if step["file"] == "tests"}
    lines |= {frame["line"] for frame in recorder.frames if frame["file"] == "tests"}
    return {
        "cut": recorder.cut,
        "steps": recorder.steps,
        "frames": recorder.frames,
        "objects": recorder.objects,
        "output": heard.text,
        "tests": {str(line): linecache.getline(TESTS, line).rstrip() for line in sorted(lines)},
    }


def _told(
    error: BaseException | None, told: dict[str, Any] | None, recorder: Recorder
) -> dict[str, Any]:
    """How it ended: the problem, if any, and the step at which that was first seen."""
    failing = recorder.step_of(error)
    return {
        "version": 1,
        "message": None if told is None else told["explanation"],
        "problem": told,
        "failing": failing,
    }


class _Heard:
    """What the program prints, both streams as one text, cut at the limit."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.stdout = Stream(self._add, "<stdout>")
        self.stderr = Stream(self._add, "<stderr>")

    def _add(self, text: str) -> None:
        kept = text[: _OUTPUT - self.length]
        self._parts.append(kept)
        self.length += len(kept)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)


class _Recorded(Program):
    """A free run that is recorded."""

    def __init__(
        self, worker: Any, limits: Limits, spec: dict[str, Any], heard: _Heard, recorder: Recorder
    ) -> None:
        given = Given(given_in(spec["tests"] or ""))
        super().__init__(worker, limits, spec["stdin"], spec["seconds"], given)
        self._stdout, self._stderr = heard.stdout, heard.stderr
        self._recorder = recorder
        self.error: BaseException | None = None

    def _evaluate(self, code: CodeType, main: ModuleType) -> None:
        self._recorder.begin(code)
        try:
            super()._evaluate(code, main)
        except BaseException as error:
            self.error = error
            raise
        finally:
            self._recorder.end()


def _run(
    spec: dict[str, Any], worker: Any, limits: Limits, heard: _Heard, recorder: Recorder
) -> dict[str, Any]:
    modules.remember_source(SOLUTION, spec["code"])
    program = _Recorded(worker, limits, spec, heard, recorder)
    result = program.run(spec["code"])
    recorder.note(limits.stop)
    if recorder.cut:
        return _told(None, None, recorder)
    return _told(program.error, result["problem"], recorder)


def _test(
    spec: dict[str, Any], worker: Any, limits: Limits, heard: _Heard, recorder: Recorder
) -> dict[str, Any]:
    tests = take(spec["tests"], shelf.modules_in(shelf.files_of(spec)))
    hidden = bridge.hide()
    stage = Stage(limits, bridge.facade(worker), worker.watch, untouched=True)
    try:
        session = _Traced(spec["code"], tests, spec["solution"], stage)
        return session.trace(spec["test"], spec["cost"], spec["seconds"], heard, recorder)
    finally:
        stage.close()
        bridge.reveal(hidden)


def _code_of(case: Case, code: CodeType) -> CodeType | None:
    """The test's own code, so that steps of the tests' other functions are left out."""
    place = case.owner if case.kind in ("method", "pytest") else ""
    name = f"{place}.{case.name}" if place else case.name
    if code.co_qualname == name:
        return code
    inner = [each for each in code.co_consts if isinstance(each, CodeType)]
    return next((found for each in inner if (found := _code_of(case, each))), None)


class _Traced(Session):
    """A check of one test that is recorded instead of judged in full."""

    def trace(
        self, wanted: str, cost: int, seconds: float, heard: _Heard, recorder: Recorder
    ) -> dict[str, Any]:
        """How the test ended; its steps are in the recorder. A measure of it would be of no use."""
        try:
            self._compile()
            cases = self._discover(cost, seconds)
        except Unfit as unfit:
            report = unfit.report
            told = _told(None, report["problem"], recorder)
            return {**told, "message": report["message"]}
        case = next((case for case in cases if case.id == wanted), None)
        if case is None:
            return {**_told(None, None, recorder), "message": "There is no such test any more."}
        hooks.settle()
        trials: list[Trial] = []
        with self._stage.fresh(heard, cost, self._tests.source.aliases) as scene:  # type: ignore[arg-type]

            def work() -> None:
                self._load(scene)
                recorder.begin(self._solution, _code_of(case, self._tests.code))
                try:
                    trials.append(self._runner.run(case, scene.tests, scene.solution))
                finally:
                    recorder.end()

            ending = self._stage.attempt(work, 0, seconds)
            recorder.note(ending.stop)
            if recorder.cut:
                return _told(None, None, recorder)
            found = self._judge(ending, self._stage.mend(), trials, cost, seconds)
        return self._answer(ending, trials, found, recorder)

    def _answer(
        self, ending: Ending, trials: list[Trial], found: Verdict, recorder: Recorder
    ) -> dict[str, Any]:
        faults = trials[0].faults if trials else []
        error = faults[0].error if faults else ending.error
        told = _told(error, None, recorder)
        return {**told, "message": None if isinstance(error, Excess) else found.message}
