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


def run(path: str, source: str) -> str:
    """Execute `source` as module `tests` and return JSON: test id → traceback text or null."""
    module = types.ModuleType("tests")
    sys.modules["tests"] = module
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        exec(compile(source, path, "exec"), module.__dict__)
        result = _Result()
        unittest.TestLoader().loadTestsFromModule(module).run(result)
    finally:
        sys.stdout = stdout
    return json.dumps(result.outcomes)
