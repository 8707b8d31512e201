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
            "Check the spelling, and that `__init__` sets it.",
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
