"""A failed assertion is told with the learner's value and the expected one told apart."""

import unittest

from rig import check, one


class Sides(unittest.TestCase):
    """Which value is the learner's is read off the test's own line."""

    def told(self, line, value="3"):
        tests = f"""
        import unittest
        import solution
        from solution import f, f as g
        class Tests(unittest.TestCase):
            def test_a(self):
                xs = [1]
                {line}
        """
        test = one(f"def f(*a, **k): return {value}\n", tests)
        self.assertEqual(test["status"], "fail", test)
        return test["expected"], test["actual"], test["message"]

    def test_first_is_the_learners(self):
        self.assertEqual(
            self.told("self.assertEqual(f(xs), 4)"),
            ("4", "3", "`f(xs)` gave 3, expected 4 with xs = [1]."),
        )

    def test_second_is_the_learners(self):
        self.assertEqual(self.told("self.assertEqual(4, g(2))")[:2], ("4", "3"))

    def test_through_a_variable(self):
        self.assertEqual(
            self.told("got = solution.f(2); self.assertEqual(4, got)"),
            ("4", "3", "`solution.f(2)` gave 3, expected 4."),
        )

    def test_literal_is_expected(self):
        self.assertEqual(self.told("self.assertEqual(4, xs[0] + 2)")[:2], ("4", "3"))

    def test_default(self):
        self.assertEqual(self.told("self.assertEqual(xs, [2])")[:2], ("[2]", "[1]"))

    def test_a_constant_is_not_called_an_object(self):
        self.assertEqual(self.told("self.assertIs(f(1), True)")[2], "`f(1)` gave 3, expected True.")
        self.assertIn("the same object as [1]", self.told("self.assertIs(f(1), xs)")[2])

    def test_two_that_look_alike(self):
        class_of = "type('P', (), {})()"
        message = self.told("self.assertEqual(f(1), f(1))", class_of)[2]
        self.assertIn("Both look alike, but P has no `__eq__`", message)
        class_of = "type('P', (), {'__eq__': lambda *_: None, '__hash__': None})()"
        message = self.told("self.assertEqual(f(1), f(1))", class_of)[2]
        self.assertIn("Both look alike, but `==` says that they differ", message)

    def test_a_long_call_keeps_its_name(self):
        line = f"self.assertEqual(f({', '.join(map(str, range(90)))}), 4)"
        self.assertEqual(self.told(line)[2], "`f(…)` gave 3, expected 4.")

    def test_message_of_the_author(self):
        message = self.told('self.assertIsNotNone(f(1), "a chain")', "None")[2]
        self.assertEqual(message, "a chain: `f(1)` gave None, expected a value.")
        message = self.told('self.assertEqual(f(1), 4, f"off by {1}")')[2]
        self.assertEqual(message, "off by 1: `f(1)` gave 3, expected 4.")

    def test_over_several_lines(self):
        indent = "\n" + " " * 20
        line = f"self.assertEqual({indent}f(1),{indent}4,{indent})"
        self.assertEqual(self.told(line)[2], "`f(1)` gave 3, expected 4.")

    def test_bare(self):
        self.assertEqual(self.told("assert f(1) == 4"), ("4", "3", "`f(1)` gave 3, expected 4."))
        self.assertEqual(self.told("assert 4 == f(1)")[:2], ("4", "3"))
        self.assertEqual(self.told("assert f(1) < 2")[:2], ("less than 2", "3"))
        self.assertEqual(self.told("assert 2 > f(1)")[:2], ("less than 2", "3"))
        self.assertEqual(self.told("assert not f(1)")[:2], ("a false value", "3"))
        self.assertEqual(
            self.told("assert f(1) == 3 and f(2) == 4")[2], "`f(2)` gave 3, expected 4."
        )
        self.assertEqual(
            self.told("assert f(xs), 'why'", "0")[2],
            "why: `f(xs)` gave 0, expected a true value with xs = [1].",
        )
        self.assertEqual(self.told("assert f(1) in (1, 2)")[:2], ("one of (1, 2)", "3"))
        self.assertEqual(self.told("assert f(1) is None")[:2], ("None", "3"))

    def test_methods(self):
        for line, expected in [
            ("self.assertTrue(f(1) > 3)", "True"),
            ("self.assertFalse(f(1))", "False"),
            ("self.assertIsNone(f(1))", "None"),
            ("self.assertIsInstance(f(1), str)", "an instance of str"),
            ("self.assertIn(f(1), [1])", "one of [1]"),
            ("self.assertLess(f(1), 3)", "less than 3"),
            ("self.assertGreaterEqual(f(1), 4)", "at least 4"),
            ("self.assertAlmostEqual(f(1), 3.5)", "about 3.5"),
            ("self.assertAlmostEqual(3.5, f(1))", "about 3.5"),
            ("self.assertNotEqual(f(1), 3)", "anything but 3"),
            ("self.assertIs(f(1), 4)", "4"),
        ]:
            with self.subTest(line=line):
                got = self.told(line)
                self.assertEqual(got[0], expected)
                self.assertIn("`f(1)", got[2])

    def test_container(self):
        self.assertEqual(
            self.told("self.assertIn(4, f(1))", "[3]")[2],
            "`f(1)` gave [3], expected something with 4 in it.",
        )

    def test_count_equal(self):
        self.assertEqual(self.told("self.assertCountEqual([1], f(1))", "[3]")[:2], ("[1]", "[3]"))

    def test_raises(self):
        self.assertEqual(
            self.told(
                "\n                with self.assertRaises(ValueError):\n                    f(2)"
            ),
            ("ValueError", "no exception", "`f(2)` raised nothing, expected ValueError."),
        )
        self.assertEqual(
            self.told("self.assertRaises((KeyError, OSError), f, 2)")[2],
            "`f(2)` raised nothing, expected KeyError or OSError.",
        )

    def test_wrong_exception(self):
        tests = """
        import unittest
        from solution import f
        class Tests(unittest.TestCase):
            def test_a(self):
                with self.assertRaises(ValueError):
                    f({})
        """
        test = one("def f(x): return x['a']\n", tests)
        self.assertEqual((test["status"], test["line"]), ("error", 1))
        self.assertTrue(test["message"].startswith("Expected ValueError, but "), test["message"])
        self.assertEqual((test["expected"], test["actual"]), ("ValueError", "KeyError: 'a'"))

    def test_call_that_does_not_fit(self):
        tests = "from solution import f\ndef test_a(): assert f(1, 2) == 3\n"
        test = one("def other(): pass\ndef f(x): return x\n", tests)
        self.assertEqual((test["status"], test["line"]), ("error", 2))
        self.assertIn("f(1, 2)", test["message"])

    def test_call_that_lacks_what_the_program_wants(self):
        tests = "from solution import f\ndef test_a(): assert f(1) == 3\n"
        test = one("def f(x, y): return x\n", tests)
        self.assertIn("The tests call `f` without 'y'.", test["message"])
        test = one("def f(y): return y\n", tests.replace("f(1)", "f(x=1)"))
        self.assertIn("The tests pass `x`, and your `f` has no such parameter", test["message"])

    def test_operands_without_a_none(self):
        tests = "from solution import P\ndef test_a(): assert 1 + P() == 3\n"
        message = one("class P: pass\n", tests)["message"]
        self.assertIn("between int and P", message)
        self.assertNotIn("return", message)

    def test_no_suggestion_that_the_tests_need_too(self):
        tests = "from solution import LogLevel, LogLevelInt\ndef test_a(): pass\n"
        report = check("class LogLevel: pass\n", tests)
        self.assertNotIn("Did you mean", report["message"])

    def test_none_where_a_list_is_wanted(self):
        tests = "from solution import f\ndef test_a(): assert list(f(1)) == [3]\n"
        test = one("def f(x): pass\n", tests)
        self.assertEqual(test["status"], "error")
        self.assertIn("missing `return`", test["message"])

    def test_judge_failure(self):
        tests = """
        import judge, unittest
        from solution import f
        class Tests(unittest.TestCase):
            def test_a(self):
                raise judge.Failure("Too slow.", line=7, expected="n", actual="n^2")
        """
        test = one("def f(x): pass\n", tests)
        self.assertEqual(
            (test["message"], test["line"], test["expected"], test["actual"]),
            ("Too slow.", 7, "n", "n^2"),
        )


if __name__ == "__main__":
    unittest.main()
