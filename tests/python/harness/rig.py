"""Calls the harness as the worker does, and keeps what it sends."""

import json
import textwrap
from types import SimpleNamespace

import _dryrun
import harness
import harness.bridge

COST = 30_000_000
_real = {name: getattr(_dryrun, name) for name in ("cost", "budget", "reason", "now", "advance", "watch")}
_real |= {name: getattr(_dryrun, name) for name in ("suspends", "carry", "protect") if hasattr(_dryrun, name)}
_connect = harness.bridge.connect

PASSING = """
import unittest
from solution import f
class Examples(unittest.TestCase):
    def test_one(self):
        self.assertEqual(f(1), 1)
"""


class Worker:
    """Stands in for the JS module; `lines` answer `input()`."""

    def __init__(self, lines=None):
        self.output, self.events, self.slept = [], [], 0.0
        lines = list(lines or ())
        self.module = SimpleNamespace(
            **_real,
            interactive=False,
            write=lambda stream, text: self.output.append((stream, text)),
            progress=lambda text: self.events.append(json.loads(text)),
            sleep=self._sleep,
            readline=lambda prompt: lines.pop(0),
        )

    def _sleep(self, seconds):
        self.slept += seconds
        self.module.advance(seconds)

    def call(self, function, spec):
        """The harness' answer to a spec, with this worker behind it."""
        harness.bridge.connect = lambda: self.module
        try:
            return json.loads(function(json.dumps(spec)))
        finally:
            harness.bridge.connect = _connect


def check(code, tests=PASSING, solution=None, cost=COST, seconds=20, skip=(), worker=None, constraints=None):
    """The report of a check."""
    spec = {
        "code": textwrap.dedent(code),
        "tests": textwrap.dedent(tests),
        "solution": solution and textwrap.dedent(solution),
        "limits": {"seconds": seconds, "cost": cost},
        "skip": list(skip),
    }
    if constraints is not None:
        spec["constraints"] = constraints
    return (worker or Worker()).call(harness.check, spec)


def outcomes(code, tests, **options):
    """The status of each test by its id."""
    return {test["id"]: test["status"] for test in check(code, tests, **options)["tests"]}


def only(report):
    """The report's one test."""
    [test] = report["tests"]
    return test


def one(code, tests=PASSING, **options):
    """The only test of a check."""
    return only(check(code, tests, **options))


def run(code, stdin="", tests=None, solution=None, seconds=20, files=()):
    """The result of a run with its `stdout` and `stderr`."""
    worker = Worker()
    spec = {
        "code": textwrap.dedent(code),
        "stdin": stdin,
        "tests": tests and textwrap.dedent(tests),
        "solution": solution,
        "seconds": seconds,
        "files": list(files),
    }
    result = worker.call(harness.run, spec)
    for stream in ("stdout", "stderr"):
        result[stream] = "".join(text for name, text in worker.output if name == stream)
    result["slept"] = worker.slept
    return result


def trace(code, test=None, tests=None, stdin="", seconds=20, files=()):
    """A recording, with each step's pieces put in place of their indices."""
    worker = Worker()
    spec = {
        "code": textwrap.dedent(code).lstrip("\n"),
        "stdin": stdin,
        "tests": tests and textwrap.dedent(tests).lstrip("\n"),
        "solution": None,
        "test": test,
        "cost": COST,
        "seconds": seconds,
        "files": list(files),
    }
    found = worker.call(harness.trace, spec)
    found["events"] = worker.events
    for step in found["steps"]:
        step["frames"] = [found["frames"][index] for index in step["frames"]]
        step["parked"] = [found["frames"][index] for index in step["parked"]]
        step["objects"] = {
            found["objects"][index]["id"]: found["objects"][index] for index in step["objects"]
        }
    return found
