"""The report's shape, and what it says when no test can run."""

import json
import unittest

import harness
from rig import COST, PASSING, Worker, check, one, only


SPEC = {
    "code": "def f(x): return 'é'",
    "tests": PASSING,
    "solution": None,
    "limits": {"seconds": 9, "cost": COST},
    "skip": [],
}


class Loading(unittest.TestCase):
    """When no test can run, the report says why, in the learner's words."""

    def test_syntax_error(self):
        report = check("def f(x)\n    return x\n")
        self.assertEqual((report["status"], report["tests"]), ("error", []))
        problem = report["problem"]
        self.assertEqual(
            (problem["type"], problem["line"], problem["column"]), ("SyntaxError", 1, 9)
        )
        self.assertEqual(report["message"], problem["explanation"])
        self.assertIn("colon is missing", report["message"])

    def test_indentation(self):
        self.assertEqual(check("def f(x):\nreturn x\n")["problem"]["type"], "IndentationError")

    def test_error_at_import(self):
        report = check("x = 1\ny = x / 0\ndef f(x): pass\n")
        self.assertEqual(
            (report["problem"]["type"], report["problem"]["line"]), ("ZeroDivisionError", 2)
        )

    def test_missing_module(self):
        problem = check("import numpy as np\n")["problem"]
        self.assertEqual((problem["type"], problem["line"]), ("ModuleNotFoundError", 1))
        self.assertIn("not available in the browser", problem["explanation"])

    def test_missing_name(self):
        report = check("def ff(x): return x\n")
        self.assertEqual(report["status"], "error")
        self.assertIn("The tests need `f`", report["message"])
        self.assertIn("`ff`", report["message"])

    def test_missing_attribute(self):
        tests = "import solution\ndef test_a(): assert solution.merge(1) == 1\n"
        test = one("def marge(x): return x\n", tests)
        self.assertEqual(test["status"], "error")
        self.assertIn("merge", test["message"])

    def test_broken_tests(self):
        for tests in ("def test_a(:\n", "import nowhere\n", "x = 1 / 0\ndef test_a(): pass\n", ""):
            with self.subTest(tests=tests):
                report = check("def f(x): return x\n", tests)
                self.assertEqual(report["status"], "error")
                self.assertIn("This exercise is broken, not your program", report["message"])

    def test_broken_reference(self):
        report = check("def f(x): return x\n", PASSING, solution="def f(:\n")
        self.assertIn("This exercise is broken", report["message"])

    def test_null_byte(self):
        report = check("def f(x): return x\0\n")
        self.assertEqual(report["status"], "error")
        self.assertIsNotNone(report["problem"])

    def test_nesting(self):
        report = check("x = " + "(" * 5000 + ")" * 5000)
        self.assertEqual(report["status"], "error")
        self.assertIsNotNone(report["problem"])

    def test_lone_surrogate(self):
        self.assertEqual(check("def f(x): return x # \ud800\n")["status"], "error")


class Reports(unittest.TestCase):
    """The report has its promised shape, and is the same every time."""

    def test_keys(self):
        report = check("def f(x): return 2\n")
        self.assertEqual(list(report), ["version", "status", "message", "problem", "tests"])
        self.assertEqual(
            list(only(report)),
            ["id", "title", "status", "aspect", "line", "message", "expected", "actual", "output",
             "cost", "peakBytes", "evidence", "traceback"],
        )  # fmt: skip
        self.assertEqual(
            list(check("x = \n")["problem"]),
            ["type", "text", "explanation", "line", "column", "traceback"],
        )

    def test_progress(self):
        worker = Worker()
        report = check("def f(x): return x\n", worker=worker)
        self.assertEqual(
            worker.events,
            [
                {"start": {"id": "Examples.test_one", "title": "One", "aspect": "correctness"}},
                {"end": only(report)},
            ],
        )

    def test_same_bytes(self):
        code = """
        import os, random, time
        class A: pass
        def f(x):
            print(random.random(), A(), {"b", "a", "c"}, time.time() < 0)
            return [object(), random.random()]
        """
        first, second = check(code), check(code)
        for report in (first, second):
            only(report)["cost"] = 0
        self.assertEqual(first, second)
        self.assertNotRegex(json.dumps(first), "0x[0-9a-f]")

    def test_compact(self):
        answer = Worker().call(lambda text: json.dumps(harness.check(text)), SPEC)
        self.assertNotRegex(answer, r'[,:] "')
        self.assertIn("é", answer)

    def test_cost(self):
        cheap = one("def f(x): return x\n")["cost"]
        dear = one("def f(x):\n  for i in range(10**5): pass\n  return x\n")["cost"]
        self.assertGreater(dear, 50 * cheap)
        self.assertEqual(len(str(dear).rstrip("0")), 3)

    def test_traceback(self):
        test = one("""
        def g(x): return 1 / x
        def f(x):
            try:
                g(0)
            except ZeroDivisionError as e:
                raise ValueError("no") from e
        """)
        self.assertEqual(test["line"], 7)
        self.assertIn('File "solution.py", line 2, in g', test["traceback"])
        self.assertIn("direct cause", test["traceback"])
        self.assertNotIn("harness", test["traceback"])
        self.assertNotIn("unittest", test["traceback"].replace("unittest.TestCase", ""))

    def test_warning_of_a_lost_coroutine(self):
        test = one("import asyncio\nasync def g(): pass\ndef f(x):\n  g()\n  return 1\n")
        self.assertEqual(test["status"], "pass")
        self.assertIn("never awaited", test["output"])


if __name__ == "__main__":
    unittest.main()
