"""What a failed test says: errors once, in sentences, and in the words of whoever raised them."""

import unittest

from rig import one


class Errors(unittest.TestCase):
    """An error is said once."""

    def message(self, code, line, head=""):
        tests = f"import unittest\nfrom solution import f\n{head}\n"
        method = f"    def test_a(self):\n        {line}\n"
        return one(code, f"{tests}class Tests(unittest.TestCase):\n{method}")["message"]

    def test_error_outside_the_program(self):
        self.assertEqual(
            self.message("def f(x): return x\n", "f(1).send('a line')"),
            "The test's line `f(1).send('a line')` raised AttributeError: "
            "'int' object has no attribute 'send'. "
            "An object of the class int has no `send`. "
            "Check the spelling, and that there is such a method, or that `__init__` sets it.",
        )

    def test_error_that_nothing_explains(self):
        head = "class Odd(Exception): pass\ndef fail():\n    raise Odd('it is odd')"
        self.assertEqual(
            self.message("def f(x): return x\n", "fail()", head),
            "The test's line `raise Odd('it is odd')` raised Odd: it is odd.",
        )

    def test_error_without_a_text(self):
        head = "class Odd(Exception): pass\ndef fail():\n    raise Odd"
        self.assertEqual(
            self.message("def f(x): return x\n", "fail()", head),
            "The test's line `raise Odd` raised Odd.",
        )

    def test_error_of_the_program(self):
        for text, told in (("no", "no."), ("no.", "no."), ("why?", "why?")):
            with self.subTest(text=text):
                self.assertEqual(
                    self.message(f"def f(x): raise ValueError('{text}')\n", "f(1)"),
                    f"Your program raised ValueError: {told}",
                )

    def test_another_error_than_expected(self):
        line = "with self.assertRaises(KeyError): f(1)"
        self.assertEqual(
            self.message("def f(x): raise ValueError('no')\n", line),
            "Expected KeyError, but your program raised ValueError: no.",
        )
        self.assertTrue(
            self.message("def f(x): return 1 / 0\n", line).startswith(
                "Expected KeyError, but ZeroDivisionError was raised. "
            )
        )

    def test_error_in_an_example(self):
        code = 'def f(x):\n    """\n    >>> f(1)\n    2\n    """\n    raise ValueError("no")\n'
        self.assertEqual(one(code, "")["message"], "The example `f(1)` raised ValueError: no.")

    def test_error_in_a_group(self):
        code = "def f(x): raise ExceptionGroup('g', [ValueError('a'), KeyError('b')])\n"
        self.assertEqual(
            self.message(code, "f(1)"),
            "Several tasks ran together, and ValueError and 1 other came out of them: a.",
        )


class Values(unittest.TestCase):
    """A variable is told by the expression that it came from, while that gives its value."""

    CODE = """
    class Log(list): pass
    def f(x): return [x]
    def fill(x): x.append(1)
    async def later(x): return [x]
    """

    def told(self, *lines):
        body = "".join(f"        {line}\n" for line in lines)
        tests = "import asyncio, solution, judge\nfrom solution import f, fill, later, Log\n"
        tests += "class Reports:\n    seen = 0\n    def __len__(self): return self.seen\n"
        tests += "    def __repr__(self): return f'reports {self.seen}'\n"
        case = "import unittest\nclass Tests(unittest.IsolatedAsyncioTestCase):\n"
        return one(self.CODE, f"{tests}{case}    async def test_a(self):\n{body}")["message"]

    def test_filled_later(self):
        for made, value in (
            ("[]", "[1]"), ("list()", "[1]"), ("Log()", "[1]"), ("solution.Log([2])", "[2, 1]"),
            ("[n for n in (2,)]", "[2, 1]"), ("[2, *(3, 4)]", "[2, 3, 4, 1]"),
        ):  # fmt: skip
            with self.subTest(made=made):
                told = self.told(f"kept = {made}", "fill(kept)", "self.assertEqual(kept, 5)")
                self.assertEqual(told, f"`kept` is {value}, expected 5.")

    def test_made_by_the_tests(self):
        told = self.told("asked = Reports()", "asked.seen = 3", "self.assertEqual(asked, 5)")
        self.assertEqual(told, "`asked` is reports 3, expected 5.")
        self.assertEqual(
            self.told("n = -1", "self.assertEqual(n, 5)"), "`n` is -1, expected 5."
        )

    def test_result_that_is_changed(self):
        for change in ("fill(got)", "got.append(1)", "got[1:] = [1]", "got += [1]"):
            with self.subTest(change=change):
                told = self.told("got = f(2)", change, "self.assertEqual(got, 5)")
                self.assertEqual(told, "`got` is [2, 1], expected 5.")

    def test_number_that_is_changed(self):
        told = self.told("got = len(f(2))", "got += 1", "self.assertEqual(got, 5)")
        self.assertEqual(told, "`got` is 2, expected 5.")

    def test_value_that_moved_on(self):
        lines = ("r = Reports()", "before = r.seen", "{}", "self.assertEqual(before, 5)")
        same, moved = (
            self.told(*(line.format(change) for line in lines)) for change in ("pass", "r.seen = 1")
        )
        self.assertEqual(same, "`r.seen` is 0, expected 5 with r = reports 0.")
        self.assertEqual(moved, "`before` is 0, expected 5.")

    def test_result(self):
        for made in ("f(2)", "list(f(2))", "await later(2)", "[x for x in f(2)]"):
            with self.subTest(made=made):
                told = self.told(f"got = {made}", "len(got)", "self.assertEqual(got, 5)")
                verb = "is" if made[0] == "[" else "gave"
                self.assertEqual(told, f"`{made}` {verb} [2], expected 5.")

    def test_number_that_is_handed_on(self):
        told = self.told("got = f(2)[0]", "fill([got])", "f(got)", "self.assertEqual(got, 5)")
        self.assertEqual(told, "`f(2)[0]` gave 2, expected 5.")

    def test_variables_with_nothing_to_show(self):
        told = self.told(
            "clock, it, n = judge.clock, (x for x in ()), 2",
            "things = [object()]",
            "self.assertEqual(f((n, len([clock, it, things])))[0][0], 5)",
        )
        self.assertEqual(
            told, "`f((n, len([clock, it, things])))[0][0]` gave 2, expected 5 with n = 2."
        )


class Doubles(unittest.TestCase):
    """A test double that the program calls speaks for itself."""

    CODE = "def f(save):\n    save(1)\n"
    GROUPED = (
        "def f(save):\n    try:\n        save(1)\n"
        "    except AssertionError as e:\n        raise ExceptionGroup('g', [e])\n"
    )

    def outcome(self, code, double):
        tests = f"from solution import f\ndef save(x):\n    {double}\ndef test_a(): f(save)\n"
        return one(code, tests)

    def test_text(self):
        test = self.outcome(self.CODE, "raise AssertionError('saved twice')")
        self.assertEqual(
            (test["status"], test["line"], test["message"]), ("fail", 2, "saved twice")
        )

    def test_without_a_text(self):
        test = self.outcome(self.CODE, "raise AssertionError")
        self.assertEqual((test["status"], test["message"]), ("fail", "The test failed."))

    def test_in_a_group(self):
        message = self.outcome(self.GROUPED, "raise AssertionError('saved twice')")["message"]
        self.assertIn("came out of them. saved twice", message)
        self.assertNotIn("your own program", self.outcome(self.GROUPED, "assert x == 2")["message"])

    def test_assert_of_the_program(self):
        test = self.outcome("def f(save):\n    assert save is None\n", "pass")
        self.assertEqual((test["status"], test["line"]), ("error", 2))
        self.assertIn("An `assert` in your own program", test["message"])


if __name__ == "__main__":
    unittest.main()
