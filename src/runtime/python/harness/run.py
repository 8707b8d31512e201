"""`run`: a program on its own, as `python solution.py` would run it, with the last value shown."""

from __future__ import annotations

from .pristine import __builtins__

import ast
import asyncio
import atexit
import builtins
import json
import os
import random
import sys
import time
from contextlib import suppress
from types import CodeType, ModuleType
from typing import Any, Final

from . import bridge, console, exits, judging, leftovers, modules, problem, realtime, shelf
from .check import Session, encoded
from .discovery import Case
from .expected import take
from .frames import SOLUTION
from .given import Given, given_in
from .hooks import Hooks
from .limits import Limits, Stopped
from .stage import Stage
from .streams import Stream
from .text import cut, scrub

VALUE_LIMIT: Final = 10_000
_VALUE: Final = "@value"
_EXAMPLES: Final = "Examples."
_EXAMPLE_COST: Final = 1_000_000_000
_loads = json.loads


def run(spec_json: str) -> str:
    """Runs a program; the arguments and the answer (`RunResult`) are JSON text."""
    spec = _loads(spec_json)
    worker = bridge.connect()
    limits = Limits(worker.budget, worker.cost, worker.reason, worker.now)
    judging.connect_threads(worker)
    modules.remember_source(SOLUTION, spec["code"])
    given = Given(given_in(spec["tests"] or ""))
    program = Program(worker, limits, spec["stdin"], spec["seconds"], given)
    with shelf.laid_out(shelf.files_of(spec)):
        result = program.run(spec["code"])
        if spec["tests"] is not None and result["status"] == "ok":
            result["examples"] = _examples(spec, worker, limits)
    return encoded(result)


def _result(status: str, value: str | None, told: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "status": status,
        "value": value,
        "problem": told,
        "truncated": False,
        "examples": None,
    }


class Program:
    """One free run."""

    def __init__(
        self, worker: Any, limits: Limits, stdin: str, seconds: float, given: Given
    ) -> None:
        self._limits, self._seconds, self._given = limits, seconds, given
        write = worker.write
        self._stdout = Stream(lambda text: write("stdout", text), "<stdout>")
        self._stderr = Stream(lambda text: write("stderr", text), "<stderr>")
        ask = console.asker(worker)
        self._console = console.Console(stdin, ask)
        self._sleep = worker.sleep

    def run(self, code: str) -> dict[str, Any]:
        """The whole life of the program, its threads and exit handlers included."""
        judging.tell(code)
        hooks = Hooks()
        real_sleep, real_input = time.sleep, builtins.input
        main = modules.new_module("__main__", SOLUTION)
        main.__dict__["__builtins__"] = builtins
        self._prepare()
        try:
            compiled = _compile(code)
            with modules.table(__main__=main):
                result = self._execute(compiled, main)
                self._wind_up(main)
                return result
        except Exception as error:
            return _result("error", None, problem.of_unreadable(error))
        finally:
            time.sleep, builtins.input = real_sleep, real_input
            hooks.reset()

    def _prepare(self) -> None:
        sys.stdout, sys.stderr, sys.stdin = self._stdout, self._stderr, self._console
        sys.argv[:] = [SOLUTION]
        self._given.install()
        builtins.input = console.make_input(self._console, self._stdout)
        sleep = self._sleep

        def real_sleep(seconds: float, /) -> None:
            """Delays execution for a number of seconds."""
            if seconds < 0:
                raise ValueError("sleep length must be non-negative")
            if judging.is_alone():
                sleep(float(seconds))
            else:
                judging.sleep(float(seconds))

        time.sleep = real_sleep
        random.seed(os.urandom(32))
        judging.use_real_time(lambda seconds: sleep(float(seconds)))
        realtime.install()
        exits.reset()

    def _execute(self, code: CodeType, main: ModuleType) -> dict[str, Any]:
        error: BaseException | None = None
        value: str | None = None
        try:
            with self._limits.within(0, self._seconds):
                try:
                    self._evaluate(code, main)
                finally:
                    atexit._run_exitfuncs()
                value = _shown(main.__dict__.pop(_VALUE, None))
        except BaseException as caught:
            error = caught
        sys.settrace(None)
        sys.setprofile(None)
        stop = self._limits.stop
        if stop is not None:
            return _result("timeout", None, problem.of_stop(stop))
        if error is None or _is_good_exit(error):
            return _result("ok", value, None)
        return self._failed(error)

    def _evaluate(self, code: CodeType, main: ModuleType) -> None:
        """Runs the program until its last thread has ended. Its own error counts first."""
        try:
            _evaluate(code, main)
        except BaseException:
            with suppress(Exception):
                if self._limits.stop is None:
                    judging.leave_threads()
            raise
        judging.leave_threads()

    def _wind_up(self, main: ModuleType) -> None:
        """Frees what the program left, whose last words may still be printed."""
        judging.clear_threads(gently=False)
        try:
            with self._limits.within(0, self._seconds):
                leftovers.sweep()
                if not leftovers.keep():
                    leftovers.forget(main.__dict__)
        except BaseException:
            return

    def _failed(self, error: BaseException) -> dict[str, Any]:
        found: list[dict[str, Any]] = []
        try:
            with self._limits.within(0, self._seconds):
                found.append(problem.of_error(error))
        except Stopped:
            return _result("timeout", None, None)
        return _result("error", None, found[0])


def _is_good_exit(error: BaseException) -> bool:
    return isinstance(error, SystemExit) and error.code in (None, 0)


def _compile(code: str) -> CodeType:
    """The program; its last expression is kept, and `await` may stand at the top level."""
    tree = ast.parse(code, SOLUTION)
    if tree.body and isinstance(last := tree.body[-1], ast.Expr):
        target = ast.Name(_VALUE, ast.Store())
        tree.body[-1] = ast.copy_location(ast.Assign([target], last.value), last)
        ast.fix_missing_locations(tree)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    return compile(tree, SOLUTION, "exec", flags=flags, dont_inherit=True)


def _evaluate(code: CodeType, main: ModuleType) -> None:
    outcome = eval(code, main.__dict__)
    if asyncio.iscoroutine(outcome):
        asyncio.runners.run(outcome)


def _shown(value: object) -> str | None:
    """The value as a REPL shows it. Raises what its `__repr__` raises."""
    return None if value is None else cut(scrub(repr(value)), VALUE_LIMIT)


def _is_example(case: Case) -> bool:
    return case.id.startswith(_EXAMPLES)


def _examples(spec: dict[str, Any], worker: Any, limits: Limits) -> list[dict[str, Any]]:
    """The `Examples` class of the exercise's tests, checked as `check` does."""
    stage = Stage(limits, bridge.facade(worker), worker.watch, untouched=False)
    try:
        session = Session(spec["code"], take(spec["tests"], shelf.modules_in(shelf.files_of(spec))), spec["solution"], stage)
        answer = session.report(_is_example, _EXAMPLE_COST, spec["seconds"], lambda _: None)
    finally:
        stage.close()
    tests: list[dict[str, Any]] = answer["tests"]
    return tests
