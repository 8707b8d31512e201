"""Tests that are read before the program is there."""

import unittest

from harness import expect
from rig import PASSING, check

RIGHT = "def f(x):\n    return x\n"


def told(report):
    """The report without costs, which drift a little where checks share an interpreter."""
    tests = [{**test, "cost": None} for test in report["tests"]]
    return {**report, "tests": tests}


class Expected(unittest.TestCase):
    """What `expect` read is what the check would have read."""

    def same(self, code, tests):
        plain = told(check(code, tests))
        expect(tests)
        self.assertEqual(told(check(code, tests)), plain)
        return plain

    def test_right(self):
        self.assertEqual(self.same(RIGHT, PASSING)["status"], "pass")

    def test_wrong(self):
        self.assertEqual(self.same("def f(x):\n    return 2\n", PASSING)["status"], "fail")

    def test_bare_asserts(self):
        report = self.same("def f(x):\n    return 2\n", "def test_f():\n    assert f(1) == 1\n")
        self.assertEqual((report["tests"][0]["expected"], report["tests"][0]["actual"]), ("1", "2"))

    def test_broken_tests(self):
        report = self.same(RIGHT, "def test_f(:\n")
        self.assertEqual(report["status"], "error")
        self.assertIn("tests.py, line 1", report["message"])

    def test_learners_error_comes_first(self):
        self.assertIn("solution.py", self.same("def f(:\n", "def test_f(:\n")["problem"]["traceback"])

    def test_other_tests(self):
        expect("def test_f():\n    assert False\n")
        self.assertEqual(check(RIGHT)["status"], "pass")
