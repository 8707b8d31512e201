"""`judge.grade_tests`: which suites pass, and what is said of the others."""

import judge
from learner import Case, learner

PRICING = """
def price(cents, percent):
    if not 0 <= percent <= 100:
        raise ValueError("a percentage, please")
    return cents - cents * percent // 100
"""
OTHER = """
_ALLOWED = range(101)
def price(cents, percent):
    if percent not in _ALLOWED:
        raise ValueError(f"{percent} is no percentage")
    return cents - _off(cents, percent)
def _off(cents, percent):
    return cents * percent // 100
"""
BUGS = {
    "a discount of exactly 100 % is refused": judge.edited(PRICING, ("<= 100", "< 100")),
    "a negative discount is accepted": judge.edited(PRICING, ("0 <= ", "")),
    "the discount is the price": judge.edited(PRICING, ("cents - cents *", "cents *")),
}
GOOD = """
import unittest
from pricing import price
class PriceTests(unittest.TestCase):
    def test_some(self):
        self.assertEqual(price(200, 10), 180)
    def test_all(self):
        self.assertEqual(price(200, 100), 0)
    def test_less_than_nothing(self):
        with self.assertRaises(ValueError):
            price(200, -1)
"""


def grade(source, good=(PRICING, OTHER), bad=BUGS):
    learner_module(source)
    return judge.grade_tests(source, good, bad, module="pricing")


def learner_module(source):
    """The judge knows the program; it is not executed, as there is no `pricing` yet."""
    judge.reset()
    judge.set_solution(source)


def bugs():
    [evidence] = judge.evidence.collect()
    return evidence


class Right(Case):
    def test_catches_all(self):
        grade(GOOD)
        self.assertEqual(
            bugs(),
            {
                "kind": "bugs",
                "text": "All 3 bugs were caught.",
                "bugs": [
                    {"symptom": "a discount of exactly 100 % is refused", "caughtBy": ["test_all"]},
                    {
                        "symptom": "a negative discount is accepted",
                        "caughtBy": ["test_less_than_nothing"],
                    },
                    {"symptom": "the discount is the price", "caughtBy": ["test_all", "test_some"]},
                ],
            },
        )

    def test_the_learners_module_stands_for_its_source(self):
        solution = learner("# nothing is executed here")
        judge.set_solution(GOOD)
        judge.grade_tests(solution, [PRICING], BUGS, module="pricing")

    def test_bare_functions(self):
        grade("""
from pricing import price
def test_all_of_it():
    assert price(200, 10) == 180
    assert price(200, 100) == 0
def test_error():
    try:
        price(200, -1)
    except ValueError:
        return
    assert False, "it was accepted"
""")

    def test_a_coroutine(self):
        with judge.clock():
            grade("""
import asyncio
from pricing import price
async def test_all():
    await asyncio.sleep(1)
    assert price(200, 100) == 0 and price(200, 10) == 180
""", bad={"wrong": BUGS["the discount is the price"]})

    def test_a_class_in_pytests_style(self):
        grade("""
import pricing
class TestPrice:
    def setup_method(self):
        self.cents = 200
    def test_all(self):
        assert pricing.price(self.cents, 100) == 0
""", bad={"refused": BUGS["a discount of exactly 100 % is refused"]})

    def test_subtests_fixtures_and_skips(self):
        grade("""
import unittest
from pricing import price
class PriceTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cents = 200
    def test_all(self):
        for percent, left in (0, 200), (100, 0):
            with self.subTest(percent=percent):
                self.assertEqual(price(self.cents, percent), left)
    @unittest.skip("later")
    def test_later(self):
        self.fail()
""", bad={"refused": BUGS["a discount of exactly 100 % is refused"]})

    def test_a_test_that_passes_on_nothing_but_asserts_is_fine(self):
        grade("""
from pricing import price
def test_nothing_is_raised():
    price(200, 100)
""", bad={"refused": BUGS["a discount of exactly 100 % is refused"]})


class Escaped(Case):
    def test_names_the_bugs_by_their_symptom(self):
        with self.fails("2 of 3 bugs get past your tests:\n- a discount of exactly 100 % is refused\n"
                        "- a negative discount is accepted") as expected:
            grade("""
from pricing import price
def test_some():
    assert price(200, 10) == 180
""")
        self.assertEqual(expected.failure.expected, "3 bugs caught")
        self.assertEqual(expected.failure.actual, "1 caught")
        self.assertEqual(bugs()["text"], "1 of 3 bugs was caught.")

    def test_says_which_tests_say_nothing(self):
        with self.fails("1 of 3 bugs gets past your tests:\n- a negative discount is accepted\n"
                        "`test_it_runs` asserts nothing.\n"
                        "`test_constant` passes whatever `pricing` does."):
            grade("""
from pricing import price
def test_it_runs():
    price(200, 20)
def test_all():
    assert price(200, 100) == 0 and price(200, 10) == 180
def test_constant():
    assert 1 + 1 == 2
""")

    def test_equal_names_are_told_apart(self):
        grade("""
import unittest
from pricing import price
class Few(unittest.TestCase):
    def test_it(self):
        self.assertEqual(price(200, 10), 180)
class Many(unittest.TestCase):
    def test_it(self):
        self.assertEqual(price(200, 100), 0)
""", bad={"refused": BUGS["a discount of exactly 100 % is refused"]})
        self.assertEqual(bugs()["bugs"][0]["caughtBy"], ["Many.test_it"])


class NotRight(Case):
    def test_asks_for_what_was_not_promised(self):
        with self.fails("Your test `test_half` fails on a right implementation. Your line 4 "
                        "(`assert price(5, 50) == 2`): it does not hold.", 4):
            grade("""
from pricing import price
def test_half():
    assert price(5, 50) == 2
""")

    def test_unittests_own_words(self):
        with self.fails("Your line 6 (`self.assertEqual(price(5, 50), 2)`): 3 != 2.", 6):
            grade("""
import unittest
from pricing import price
class Half(unittest.TestCase):
    def test_half(self):
        self.assertEqual(price(5, 50), 2)
""")

    def test_an_error_of_the_program(self):
        with self.fails("Your line 4 (`assert price(5, 101) == 0`): ValueError: "
                        "a percentage, please.", 4):
            grade("""
from pricing import price
def test_more():
    assert price(5, 101) == 0
""")

    def test_depends_on_the_way_it_is_written(self):
        with self.fails("Your line 7 (`assert str(error) == \"a percentage, please\"`): it does not "
                        "hold. That does not happen with `pricing` as you know it, and this one "
                        "keeps the same promises in another way: test what was promised, not how it is done.", 7):
            grade("""
from pricing import price
def test_text():
    try:
        price(5, 101)
    except ValueError as error:
        assert str(error) == "a percentage, please"
""")

    def test_cannot_be_loaded(self):
        with self.fails("Your tests cannot be loaded: your line 2 (`from pricing import prize`) "
                        "raised ImportError: cannot import name 'prize' from 'pricing' (pricing.py).",
                        2):
            grade("""
from pricing import prize
def test_it():
    assert prize
""")

    def test_setup_that_fails(self):
        with self.fails("Your test `setUpClass` fails on a right implementation. Your line 6 "
                        "(`price(1, 101)`): ValueError: a percentage, please.", 6):
            grade("""
import unittest
from pricing import price
class Tests(unittest.TestCase):
    def setUpClass():
        price(1, 101)
    setUpClass = staticmethod(setUpClass)
    def test_it(self):
        self.assertEqual(price(1, 0), 1)
""")


class Empty(Case):
    def test_no_tests(self):
        with self.fails("There is no test in your program that runs. Write methods called `test_…`"):
            grade("from pricing import price\nassert price(1, 0) == 1\n")

    def test_nothing_asserted(self):
        with self.fails("Your test `test_it` asserts nothing: whatever `pricing` answers, it passes. "
                        "Say with `assert` or `self.assertEqual` what must come out.", 3):
            grade("""
from pricing import price
def test_it():
    try:
        price(1, 2)
    except BaseException:
        print("odd")
""")

    def test_the_thing_under_test_is_replaced(self):
        with self.fails("Your tests pass whatever `pricing` does: they also pass when each of its "
                        "functions returns `None`, and when each raises an error. On your line 5 "
                        "you replace `pricing.price`, which is what should be tested: only what it "
                        "uses may be replaced.", 5):
            grade("""
from unittest import mock
import pricing
def test_it():
    with mock.patch("pricing.price", return_value=3):
        assert pricing.price(1, 2) == 3
""")

    def test_what_is_asserted_has_nothing_to_do_with_it(self):
        with self.fails("Your tests pass whatever `pricing` does"):
            grade("""
from pricing import price
def test_callable():
    assert callable(price)
""")


class Manners(Case):
    def test_waiting(self):
        sleepy = "    def test_some(self):\n        import time; time.sleep(1.5)\n"
        with judge.clock():
            graded = grade(GOOD.replace("    def test_some(self):\n", sleepy))
        with self.fails("Your tests wait 1.5 s by the clock, every time that anybody runs them."):
            graded.assert_waits()

    def test_not_waiting(self):
        grade(GOOD).assert_waits(at_most=0)

    def test_left_replaced(self):
        graded = grade("""
import pricing
def test_patch():
    assert pricing.price(200, 100) == 0
    pricing.price = lambda *_: 3
""", bad={"refused": BUGS["a discount of exactly 100 % is refused"]})
        with self.fails("When your tests have ended, `pricing.price` is still replaced"):
            graded.assert_undone()

    def test_a_module_loaded_anew_is_not_replaced(self):
        grade("""
import importlib, pricing
def test_again():
    assert pricing.price(200, 100) == 0
    exec(compile(open_source(), "pricing.py", "exec"), vars(pricing))
def open_source():
    return "def price(cents, percent):\\n    return cents - cents * percent // 100"
""", bad={}).assert_undone()


class Apart(Case):
    def test_each_implementation_has_a_module_of_its_own(self):
        counting = PRICING + "\ncalls = []\n"
        counting = judge.edited(counting, ("    if not", "    calls.append(cents)\n    if not"))
        grade("""
import pricing
def test_all():
    before = len(pricing.calls)
    assert pricing.price(200, 100) == 0
    assert before == 0 and len(pricing.calls) == 1
""", good=[counting, counting], bad={})

    def test_what_was_in_the_way_is_there_again(self):
        import sys
        import types

        sys.modules["pricing"] = mine = types.ModuleType("pricing")
        try:
            grade(GOOD)
            self.assertIs(sys.modules["pricing"], mine)
        finally:
            del sys.modules["pricing"]

    def test_output_of_the_right_run_is_kept(self):
        import contextlib
        import io

        kept = io.StringIO()
        with contextlib.redirect_stdout(kept):
            grade(GOOD + "\nprint('hello')\n")
        self.assertEqual(kept.getvalue(), "hello\n")

    def test_chance_is_the_same_for_each(self):
        grade("""
import random
from pricing import price
seen = random.random()
def test_it():
    assert price(200, 100) == 0
    assert seen == 0.2886437867829018
""".replace("0.2886437867829018", repr(chance())), bad={})

    def test_an_edit_that_does_not_fit(self):
        with self.assertRaisesRegex(ValueError, "'def' stands there 2 times, not once"):
            judge.edited(OTHER, ("def", "class"))


def chance():
    import random

    return random.Random(20_260_101).random()
