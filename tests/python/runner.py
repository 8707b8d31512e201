"""Runs one file of Python tests inside Pyodide and answers each test's outcome as JSON."""

import io
import json
import sys
import types
import unittest


class _Result(unittest.TestResult):
    """Collects `{test id: traceback or None}`."""

    def __init__(self):
        super().__init__()
        self.outcomes = {}

    def startTest(self, test):
        super().startTest(test)
        self.outcomes[test.id()] = None

    def addError(self, test, err):
        super().addError(test, err)
        self.outcomes[test.id()] = self._exc_info_to_string(err, test)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.outcomes[test.id()] = self._exc_info_to_string(err, test)


def _load(name: str, path: str, source: str) -> types.ModuleType:
    module = types.ModuleType(name)
    sys.modules[name] = module
    exec(compile(source, path, "exec"), module.__dict__)
    return module


def run(path: str, source: str, helpers: dict[str, str]) -> str:
    """Execute `source` as module `tests` and return JSON: test id → traceback text or null.

    `helpers` maps names of modules that the tests import to their sources.
    """
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        for name, text in helpers.items():
            _load(name, f"{name}.py", text)
        module = _load("tests", path, source)
        result = _Result()
        unittest.TestLoader().loadTestsFromModule(module).run(result)
    finally:
        sys.stdout = stdout
    return json.dumps(result.outcomes)
