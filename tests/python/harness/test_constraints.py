"""Constraints besides the tests: imports, cost and memory beside the model's."""

import textwrap
import unittest

from rig import PASSING, Worker, check

TESTS = """
import unittest
from solution import total
class Examples(unittest.TestCase):
    def test_few(self):
        \"\"\"adds a few\"\"\"
        self.assertEqual(total([1, 2, 3]), 6)
class Many(unittest.TestCase):
    def test_many(self):
        \"\"\"adds many\"\"\"
        self.assertEqual(total(range(3000)), 4498500)
"""
MODEL = """
def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result
"""
SLOW = """
def total(numbers):
    result = 0
    for number in numbers:
        for step in range(10):
            step += 1
        result += number
    return result
"""
FAT = """
def total(numbers):
    kept = [(number, str(number)) for number in numbers]
    return sum(number for number, _ in kept)
"""
GROWTH = """
import unittest, judge
from solution import total
class Growth(unittest.TestCase):
    def test_growth(self):
        \"\"\"grows like n\"\"\"
        judge.assert_growth(
            lambda n: list(range(n)), total, at_most="n", reference=judge.reference.total
        )
"""
PEAK = """
import unittest, judge
from solution import total
class Memory(unittest.TestCase):
    def test_peak(self):
        \"\"\"holds what it is given\"\"\"
        kept = [str(n) for n in range(3000)]
        total(range(2000))
        judge.assert_peak(lambda: total(range(10)), at_most="1 MiB")
        del kept
"""


def entries(code, tests=TESTS, solution=MODEL, **constraints):
    """The entries about constraints by their names, and the whole report."""
    report = check(code, tests, solution=solution, constraints=constraints)
    found = {
        test["id"].removeprefix("constraint:"): test
        for test in report["tests"]
        if test["id"].startswith("constraint:")
    }
    return found, report


def told(report):
    """The tests without their costs, which drift a little where checks share an interpreter."""
    return [{**test, "cost": None} for test in report["tests"]]


class Without(unittest.TestCase):
    """Nothing is asked for."""

    def test_report_is_the_same(self):
        plain = check(MODEL, TESTS, solution=MODEL)
        self.assertEqual(told(check(MODEL, TESTS, solution=MODEL, constraints={})), told(plain))

    def test_tests_are_reported_the_same_with_constraints(self):
        plain = check(SLOW, TESTS, solution=MODEL)
        _, report = entries(SLOW, imports=[], cost=100, memory={"times": 100})
        self.assertEqual(told(report)[:2], told(plain))
        self.assertEqual(report["status"], "pass")


class Imports(unittest.TestCase):
    """Which modules may be imported."""

    def imports(self, code, allowed=()):
        found, _ = entries(code + MODEL, imports=list(allowed))
        return found["imports"]

    def test_none(self):
        test = self.imports("")
        self.assertEqual((test["status"], test["aspect"]), ("pass", "style"))
        self.assertEqual(test["title"], "Imports nothing")

    def test_plain(self):
        test = self.imports("import heapq\n")
        self.assertEqual((test["status"], test["line"]), ("fail", 1))
        told = (test["expected"], test["actual"])
        self.assertEqual(told, ("nothing imported", "heapq on line 1"))
        self.assertEqual(
            test["message"],
            "You chose to import nothing; your line 1 (`import heapq`) imports heapq.",
        )

    def test_report_fails(self):
        _, report = entries("import heapq" + MODEL, imports=[])
        self.assertEqual([test["status"] for test in report["tests"]], ["pass", "pass", "fail"])
        self.assertEqual(report["status"], "fail")

    def test_from(self):
        self.assertEqual(self.imports("from collections import deque\n")["status"], "fail")

    def test_inside_a_function(self):
        test = self.imports("def f():\n    from heapq import merge\n    return merge\n")
        self.assertEqual(test["line"], 2)

    def test_several(self):
        test = self.imports("import heapq\nimport bisect, re\nimport math\n")
        self.assertTrue(test["message"].endswith("imports heapq. So do lines 2 and 3."))

    def test_while_running(self):
        for line in ("__import__('heapq')", "import importlib\nimportlib.import_module(name)"):
            test = self.imports(f"def f(name):\n{textwrap.indent(line, '  ')}\n")
            self.assertEqual(test["status"], "fail")

    def test_another_name_for_it(self):
        self.assertEqual(self.imports("bring = __import__\n")["status"], "fail")

    def test_future(self):
        self.assertEqual(self.imports("from __future__ import annotations\n")["status"], "pass")

    def test_allowed(self):
        code = "import collections.abc, heapq as h\nfrom collections import deque\n"
        test = self.imports(code, ["collections", "heapq"])
        self.assertEqual(test["status"], "pass")
        self.assertEqual(test["title"], "Imports nothing but collections and heapq")

    def test_part_of_a_package(self):
        allowed = ["collections.abc"]
        self.assertEqual(self.imports("from collections import abc\n", allowed)["status"], "pass")
        test = self.imports("from collections import deque\n", allowed)
        self.assertIn("You chose to import nothing but collections.abc; ", test["message"])

    def test_similar_name(self):
        self.assertEqual(self.imports("import heapq\n", ["heap"])["status"], "fail")

    def test_failing_program_is_read_too(self):
        found, report = entries("import math\ndef total(numbers): return 0", imports=[])
        self.assertEqual(found["imports"]["status"], "fail")
        self.assertEqual(report["status"], "fail")

    def test_nothing_runs(self):
        found, report = entries("def total(", imports=[], cost=2)
        self.assertEqual((found, report["status"]), ({}, "error"))


class Cost(unittest.TestCase):
    """Steps beside the model's, test by test."""

    def test_model_itself(self):
        found, report = entries(MODEL, cost=1.1)
        test = found["cost"]
        self.assertEqual((test["status"], test["aspect"]), ("pass", "growth"))
        [evidence] = test["evidence"]
        self.assertEqual((evidence["kind"], evidence["allowed"]), ("cost", 1.1))
        self.assertAlmostEqual(evidence["ratio"], 1, delta=0.02)
        self.assertEqual(report["status"], "pass")

    def test_slow(self):
        found, report = entries(SLOW, cost=2)
        test = found["cost"]
        self.assertEqual((test["status"], report["status"]), ("fail", "fail"))
        self.assertEqual(test["title"], "Costs at most 2 times the model's steps, in each test")
        self.assertRegex(
            test["message"],
            r"^“adds many” takes .* steps, [\d.]+ times the model's .*; 2 times are allowed\. "
            r"Most of it \(\d+%\) is spent on your line [56] \(`.*`\)\.$",
        )
        self.assertIn(test["line"], (5, 6))
        self.assertGreater(test["evidence"][0]["ratio"], 2)

    def test_generous(self):
        self.assertEqual(entries(SLOW, cost=100)[0]["cost"]["status"], "pass")

    def test_late_import_is_paid_once(self):
        late = "def total(numbers):\n    import tomllib\n    return sum(numbers)\n"
        self.assertEqual(entries(late, cost=1.1)[0]["cost"]["status"], "pass")

    def test_growth_is_compared_at_one_size(self):
        found, report = entries(MODEL, GROWTH, cost=1.1)
        self.assertEqual(found["cost"]["evidence"][0]["ratio"], 1)
        self.assertEqual(report["status"], "pass")
        fast = "def total(numbers): return sum(numbers)"
        self.assertEqual(entries(fast, GROWTH, cost=1.1)[0]["cost"]["status"], "pass")
        test = entries(SLOW, GROWTH, cost=3)[0]["cost"]
        self.assertEqual(test["status"], "fail")
        self.assertRegex(test["message"], r"“grows like n” takes .*, with \d+ items, [\d.]+ times")
        self.assertIn(test["line"], (5, 6))

    def test_no_test_passes(self):
        test = entries("def total(numbers): return 0", cost=2)[0]["cost"]
        self.assertEqual(test["status"], "error")
        self.assertTrue(test["message"].startswith("Not measured: only tests that pass"))

    def test_failing_tests_are_left_out(self):
        code = "def total(numbers):\n    return 6 if len(numbers) == 3 else 0\n"
        found, report = entries(code, cost=2)
        self.assertEqual((found["cost"]["status"], report["status"]), ("pass", "fail"))

    def test_without_a_model(self):
        found, report = entries(MODEL, solution=None, cost=2)
        self.assertEqual((found, report["status"]), ({}, "pass"))

    def test_what_one_run_remembers_does_not_help_the_next(self):
        code = """
import math
math.seen = seen = getattr(math, 'seen', {})
def total(numbers):
    if len(numbers) not in seen:
        seen[len(numbers)] = slow(numbers)
    return seen[len(numbers)]
""" + SLOW.replace("total", "slow")
        self.assertEqual(entries(code, cost=2)[0]["cost"]["status"], "fail")


class Memory(unittest.TestCase):
    """Bytes held at the peak."""

    def test_model_itself(self):
        test = entries(MODEL, memory={"times": 1.1})[0]["memory"]
        self.assertEqual((test["status"], test["aspect"]), ("pass", "memory"))

    def test_fat(self):
        found, report = entries(FAT, memory={"times": 2})
        test = found["memory"]
        self.assertEqual((test["status"], report["status"]), ("fail", "fail"))
        self.assertRegex(
            test["message"],
            r"^“adds many” takes [\d.]+ KiB, [\d.]+ times the model's .*; 2 times are allowed\.",
        )
        self.assertEqual(test["line"], 3)
        self.assertEqual(test["peakBytes"], test["evidence"][0]["peakBytes"])

    def test_absolute(self):
        test = entries(FAT, memory={"bytes": 64 * 1024})[0]["memory"]
        self.assertEqual(test["title"], "Holds at most 64.0 KiB at its peak, in each test")
        self.assertEqual((test["status"], test["expected"]), ("fail", "at most 64.0 KiB"))
        self.assertEqual(entries(FAT, memory={"bytes": 2**20})[0]["memory"]["status"], "pass")
        self.assertEqual(entries(MODEL, memory={"bytes": 64 * 1024})[0]["memory"]["status"], "pass")

    def test_absolute_without_a_model(self):
        found, _ = entries(MODEL, solution=None, memory={"bytes": 64 * 1024})
        self.assertEqual(found["memory"]["status"], "pass")

    def test_peak_before_the_tests_own_measurement(self):
        test = entries(MODEL, PEAK, memory={"bytes": 32 * 1024})[0]["memory"]
        self.assertEqual(test["status"], "fail")
        test = entries(FAT, PEAK, memory={"times": 1.5})[0]["memory"]
        self.assertEqual(test["status"], "fail")
        test = entries(MODEL, PEAK, memory={"times": 1.1})[0]["memory"]
        self.assertEqual(test["status"], "pass")

    def test_growth(self):
        for code, times, status in ((MODEL, 1.1, "pass"), (FAT, 3, "fail")):
            test = entries(code, GROWTH, memory={"times": times})[0]["memory"]
            self.assertEqual(test["status"], status)

    def test_switched_off(self):
        body = "    tracemalloc.stop()\n    return sum(numbers)\n"
        code = f"import tracemalloc\ndef total(numbers):\n{body}"
        test = entries(code, memory={"times": 2})[0]["memory"]
        self.assertEqual(test["status"], "error")
        self.assertIn("switches `tracemalloc` off", test["message"])


class Progress(unittest.TestCase):
    """What leaves the interpreter meanwhile."""

    def test_entries_are_announced_like_tests(self):
        worker = Worker()
        report = check(
            MODEL, TESTS, solution=MODEL, worker=worker,
            constraints={"imports": [], "cost": 2, "memory": {"times": 2}},
        )  # fmt: skip
        ended = [event["end"] for event in worker.events if "end" in event]
        self.assertEqual(ended, report["tests"])
        started = [event["start"]["id"] for event in worker.events if "start" in event]
        self.assertEqual(list(dict.fromkeys(started)), [test["id"] for test in report["tests"]])

    def test_skipped(self):
        report = check(
            MODEL, TESTS, solution=MODEL, skip=["Examples.test_few", "constraint:cost"],
            constraints={"imports": [], "cost": 2},
        )  # fmt: skip
        ids = [test["id"] for test in report["tests"]]
        self.assertEqual(ids, ["Many.test_many", "constraint:imports"])

    def test_keys_are_those_of_a_test(self):
        _, report = entries(MODEL, cost=2)
        first, *_, last = report["tests"]
        self.assertEqual(list(first), list(last))

    def test_passing_alone(self):
        report = check("def f(n): return n", PASSING, constraints={"imports": []})
        self.assertEqual(report["status"], "pass")
