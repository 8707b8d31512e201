"""The learner's own tests in a check and in a run: given modules, limits, things put back."""

import textwrap
import unittest

from rig import check, only, run

TESTS = '''
import unittest
import judge
import solution
COUNT = """
import time
def upto(n):
    found = []
    at = 0
    while at < n:
        found.append(at)
        at += 1
    return found
def stamp():
    return time.time()
"""
GIVEN = {"counting": COUNT}
class Examples(unittest.TestCase):
    def test_it(self):
        graded = judge.grade_tests(
            solution, module="counting", good=[COUNT],
            bad={"it never ends": judge.edited(COUNT, ("at += 1", "pass")),
                 "it begins at 1": judge.edited(COUNT, ("at = 0", "at = 1"))},
        )
        graded.assert_undone()
'''
GOOD = """
from counting import upto
def test_upto():
    assert upto(3) == [0, 1, 2]
"""


def graded(code, tests=TESTS, **options):
    report = check(code, tests, **options)
    assert report["tests"], report["problem"]
    return only(report)


class Given(unittest.TestCase):
    def test_the_learners_program_imports_the_module(self):
        self.assertEqual(graded(GOOD)["status"], "pass")

    def test_a_run_as_well(self):
        result = run("from counting import upto\nprint(upto(2))\nupto(3)", tests=TESTS)
        self.assertEqual((result["stdout"], result["value"]), ("[0, 1]\n", "[0, 1, 2]"))

    def test_a_name_that_it_does_not_have(self):
        report = check("from counting import up_to\n", TESTS)
        self.assertEqual(report["status"], "error")
        self.assertEqual(
            report["message"], "The module `counting` has no `up_to`. Did you mean `upto`?"
        )

    def test_it_is_new_for_each_test(self):
        tests = TESTS + textwrap.dedent('''
            class More(unittest.TestCase):
                def test_fresh(self):
                    self.assertEqual(solution.counting.upto(1), [0])
        ''')
        code = "import counting\n" + GOOD + "\ndef test_spoil():\n    counting.upto = None\n"
        report = check(code, tests)
        self.assertEqual([test["status"] for test in report["tests"]], ["fail", "pass"])
        self.assertIn("`counting.upto` is still replaced", report["tests"][0]["message"])


class Limits(unittest.TestCase):
    def test_a_loop_in_a_bug_counts_as_caught(self):
        test = graded(GOOD)
        self.assertEqual(test["evidence"], [{
            "kind": "bugs", "text": "All 2 bugs were caught.",
            "bugs": [{"symptom": "it never ends", "caughtBy": ["test_upto"]},
                     {"symptom": "it begins at 1", "caughtBy": ["test_upto"]}],
        }])
        self.assertLess(test["cost"], 12_000_000)

    def test_a_loop_that_catches_everything(self):
        code = GOOD + textwrap.dedent("""
            def test_stubborn():
                while True:
                    try:
                        assert upto(3) == [0, 1, 2]
                        return
                    except BaseException:
                        pass
        """)
        self.assertEqual(graded(code)["status"], "pass")

    def test_tests_that_do_not_end(self):
        test = graded(GOOD + "\ndef test_loop():\n    while True:\n        pass\n")
        self.assertEqual(test["status"], "fail")
        self.assertEqual(test["line"], 8)
        self.assertEqual(
            test["message"], "Your test `test_loop` does not end: stopped on your line 8."
        )

    def test_the_limit_of_the_whole_test_holds(self):
        many = TESTS.replace('bad={', 'bad={**{f"loop {n}": judge.edited(COUNT, ("at += 1", "n"))'
                                      ' for n in range(400)}, ')
        test = graded(GOOD, many, cost=30_000_000)
        self.assertEqual(test["status"], "error")
        self.assertIn("after 30\u00a0000\u00a0000 steps", test["message"])

    def test_the_next_test_is_limited_as_well(self):
        tests = TESTS + textwrap.dedent('''
            class More(unittest.TestCase):
                def test_loop(self):
                    while True:
                        pass
        ''')
        report = check(GOOD, tests)
        self.assertEqual([test["status"] for test in report["tests"]], ["pass", "error"])
        self.assertIn("Stopped after 30", report["tests"][1]["message"])


class PutBack(unittest.TestCase):
    def test_what_a_test_replaced_for_good(self):
        test = graded("import time\n" + GOOD + textwrap.dedent("""
            def test_patch():
                time.time = lambda: 3
                import counting
                assert counting.stamp() == 3
        """))
        self.assertEqual(test["status"], "fail")
        self.assertIn("`time.time` is still replaced", test["message"])

    def test_the_judge_itself_cannot_be_replaced(self):
        code = "import judge\njudge.grade_tests = lambda *_, **__: judge\n" + GOOD
        report = check(code, TESTS)
        self.assertEqual(report["status"], "error")
        self.assertIn("Your program replaced judge.grade_tests", report["message"])

    def test_mocks_that_end_with_their_block(self):
        test = graded("from unittest import mock\nimport counting\n" + GOOD + textwrap.dedent("""
            def test_patch():
                with mock.patch("time.time", return_value=5):
                    assert counting.stamp() == 5
                with mock.patch.object(counting.time, "time", return_value=6):
                    assert counting.stamp() == 6
        """))
        self.assertEqual(test["message"], None)

    def test_the_output_of_the_right_run_is_shown(self):
        self.assertEqual(graded(GOOD + "    print('seen')\n")["output"], "seen\n")
