"""What a check finds in a tests file, and how it tells about it."""

import json
import unittest

import harness
from rig import COST, PASSING, Worker, check, one, only


class Kinds(unittest.TestCase):
    """Every kind of test that a file may hold is found and run."""

    def outcomes(self, code, tests, **options):
        report = check(code, tests, **options)
        return {test["id"]: test["status"] for test in report["tests"]}

    def test_order_and_ids(self):
        tests = """
        import unittest
        import solution
        class Zebra(unittest.TestCase):
            def test_b(self): pass
            def test_a(self): pass
        class Ant(unittest.TestCase):
            def test_c(self): pass
        """
        self.assertEqual(
            list(self.outcomes("", tests)), ["Zebra.test_b", "Zebra.test_a", "Ant.test_c"]
        )

    def test_fixtures(self):
        tests = """
        import unittest
        log = []
        def setUpModule(): log.append("module")
        def tearDownModule(): print("module down")
        class Tests(unittest.TestCase):
            @classmethod
            def setUpClass(cls): log.append("class")
            @classmethod
            def tearDownClass(cls): print("class down")
            def setUp(self):
                self.addCleanup(print, "cleanup")
                log.append("test")
            def tearDown(self): print("down")
            def test_a(self): self.assertEqual(log, ["module", "class", "test"])
            def test_b(self): self.assertEqual(log, ["module", "class", "test"])
        """
        report = check("", tests)
        self.assertEqual([test["status"] for test in report["tests"]], ["pass", "pass"])
        self.assertEqual(report["tests"][0]["output"], "down\ncleanup\nclass down\nmodule down\n")

    def test_async_case(self):
        tests = """
        import asyncio, unittest
        from solution import f
        class Tests(unittest.IsolatedAsyncioTestCase):
            async def asyncSetUp(self): await asyncio.sleep(1)
            async def test_good(self): self.assertEqual(await f(1), 1)
            async def test_bad(self): self.assertEqual(await f(1), 2)
        """
        code = "import asyncio\nasync def f(x):\n  await asyncio.sleep(1000)\n  return x\n"
        report = check(code, tests)
        good, bad = report["tests"]
        self.assertEqual((good["status"], bad["status"]), ("pass", "fail"))
        self.assertEqual(bad["message"], "`await f(1)` gave 1, expected 2.")

    def test_skip_and_expected_failure(self):
        tests = """
        import unittest
        class Tests(unittest.TestCase):
            @unittest.skip("not yet")
            def test_skip(self): self.fail()
            @unittest.expectedFailure
            def test_expected(self): self.fail()
            @unittest.expectedFailure
            def test_unexpected(self): pass
            def test_skips_itself(self): self.skipTest("no")
        @unittest.skip("whole class")
        class Skipped(unittest.TestCase):
            @classmethod
            def setUpClass(cls): 1 / 0
            def test_a(self): self.fail()
        """
        self.assertEqual(
            list(self.outcomes("", tests).values()), ["pass", "pass", "fail", "pass", "pass"]
        )

    def test_sub_tests(self):
        tests = """
        import unittest
        from solution import f
        class Tests(unittest.TestCase):
            def test_all(self):
                for n in range(4):
                    with self.subTest(n=n):
                        self.assertEqual(f(n), n % 2)
        """
        test = one("def f(x): return x\n", tests)
        self.assertEqual(test["status"], "fail")
        self.assertIn("2 cases fail", test["message"])
        self.assertIn("n=2: `f(n)` gave 2, expected 0 with n = 2.", test["message"])
        self.assertIn("n=3: `f(n)` gave 3, expected 1 with n = 3.", test["message"])
        self.assertEqual((test["expected"], test["actual"]), ("0", "2"))

    def test_bare_functions(self):
        tests = """
        from solution import f
        def helper(): assert False
        def test_good(): assert f(1) == 1
        def test_bad(): assert f(1) == 2
        async def test_async(): assert f(1) == 1
        """
        self.assertEqual(
            self.outcomes("def f(x): return x\n", tests),
            {"test_good": "pass", "test_bad": "fail", "test_async": "pass"},
        )

    def test_candidate(self):
        tests = """
        METADATA = {"author": "x"}
        def check(candidate):
            assert candidate(1) == 2
            assert candidate(5) == 6, "five"
        """
        code = "def helper(x): return x\ndef add_one(x): return helper(x) + 1\n"
        self.assertEqual(self.outcomes(code, tests), {"check": "pass"})
        self.assertEqual(
            self.outcomes(code + "def late(x): pass\n", tests, solution="def add_one(x): pass"),
            {"check": "pass"},
        )
        test = one("def add_one(x): return x if x > 1 else 2\n", tests)
        self.assertEqual(test["message"], "five: `candidate(5)` gave 5, expected 6.")

    def test_candidate_that_is_missing(self):
        test = one("x = 1\n", "def check(candidate): assert candidate(1)\n")
        self.assertEqual(test["status"], "error")
        self.assertIn("defines no function", test["message"])

    def test_names_of_the_solution_without_an_import(self):
        tests = "def check(candidate):\n    assert candidate(2) == double(2) + 1\n"
        code = "def double(x): return 2 * x\ndef f(x): return double(x) + 1\n"
        self.assertEqual(self.outcomes(code, tests), {"check": "pass"})

    def test_doctests_of_the_solution(self):
        code = '''
        def double(x):
            """Doubles.

            >>> double(2)
            4
            >>> double("a")
            'ab'
            >>> double(None)
            0
            """
            return 2 * x
        '''
        test = one(code, "")
        self.assertEqual((test["id"], test["status"], test["line"]), ("doctest.double", "fail", 7))
        self.assertIn("The example `double(\"a\")` printed 'aa', expected 'ab'.", test["message"])
        self.assertIn("`double(None)` raised TypeError", test["message"])

    def test_doctests_of_the_tests(self):
        tests = '"""\n>>> from solution import f\n>>> f(1)\n1\n"""\n'
        self.assertEqual(self.outcomes("def f(x): return x\n", tests), {"doctest.tests": "pass"})

    def test_mock(self):
        tests = """
        import unittest
        from unittest import mock
        import solution
        class Tests(unittest.TestCase):
            def test_patch(self):
                with mock.patch("solution.fetch", return_value=7) as fetch:
                    self.assertEqual(solution.f(1), 7)
                fetch.assert_called_once_with(1)
        """
        code = "def fetch(x): return 0\ndef f(x): return fetch(x)\n"
        self.assertEqual(self.outcomes(code, tests), {"Tests.test_patch": "pass"})

    def test_skip_list(self):
        tests = "def test_a(): pass\ndef test_b(): pass\n"
        self.assertEqual(list(self.outcomes("", tests, skip=["test_a"])), ["test_b"])

    def test_titles_and_aspects(self):
        tests = '''
        import unittest, judge
        @judge.aspect("laziness")
        class Tests(unittest.TestCase):
            def test_docstring(self):
                """Pulls nothing before the first `next()`."""
            def test_empty_input(self): pass
            @judge.aspect("memory")
            def test_marked(self): pass
        def test_bare_one(): pass
        '''
        found = [(t["title"], t["aspect"]) for t in check("", tests)["tests"]]
        self.assertEqual(
            found,
            [
                ("Pulls nothing before the first `next()`", "laziness"),
                ("Empty input", "laziness"),
                ("Marked", "memory"),
                ("Bare one", "correctness"),
            ],
        )


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

    def test_message_of_the_author(self):
        message = self.told('self.assertEqual(f(1), 4, f"off by {1}")')[2]
        self.assertEqual(message, "off by 1: `f(1)` gave 3, expected 4.")

    def test_over_several_lines(self):
        line = "self.assertEqual(\n                    f(1),\n                    4,\n                )"
        self.assertEqual(self.told(line)[2], "`f(1)` gave 3, expected 4.")

    def test_bare(self):
        self.assertEqual(self.told("assert f(1) == 4"), ("4", "3", "`f(1)` gave 3, expected 4."))
        self.assertEqual(self.told("assert 4 == f(1)")[:2], ("4", "3"))
        self.assertEqual(self.told("assert f(1) < 2")[:2], ("less than 2", "3"))
        self.assertEqual(self.told("assert 2 > f(1)")[:2], ("less than 2", "3"))
        self.assertEqual(self.told("assert not f(1)")[:2], ("a false value", "3"))
        self.assertEqual(self.told("assert f(1) == 3 and f(2) == 4")[2], "`f(2)` gave 3, expected 4.")
        self.assertEqual(self.told("assert f(xs), 'why'", "0")[2], "why: `f(xs)` gave 0, expected a true value with xs = [1].")
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
            ("self.assertIs(f(1), 4)", "the same object as 4"),
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
            self.told("\n                with self.assertRaises(ValueError):\n                    f(2)"),
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


class Loading(unittest.TestCase):
    """When no test can run, the report says why, in the learner's words."""

    def test_syntax_error(self):
        report = check("def f(x)\n    return x\n")
        self.assertEqual((report["status"], report["tests"]), ("error", []))
        problem = report["problem"]
        self.assertEqual((problem["type"], problem["line"], problem["column"]), ("SyntaxError", 1, 9))
        self.assertEqual(report["message"], problem["explanation"])
        self.assertIn("colon is missing", report["message"])

    def test_indentation(self):
        self.assertEqual(check("def f(x):\nreturn x\n")["problem"]["type"], "IndentationError")

    def test_error_at_import(self):
        report = check("x = 1\ny = x / 0\ndef f(x): pass\n")
        self.assertEqual((report["problem"]["type"], report["problem"]["line"]), ("ZeroDivisionError", 2))

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
        code = (
            "import random, time, os\nclass A: pass\n"
            "def f(x):\n  print(random.random(), id(A) and A(), {'b', 'a', 'c'}, time.time() < 0)\n"
            "  return [object(), random.random()]\n"
        )
        spec = json.dumps({
            "code": code, "tests": PASSING, "solution": None,
            "limits": {"seconds": 9, "cost": COST}, "skip": [],
        })  # fmt: skip
        answers = [Worker().call(lambda text: json.dumps(harness.check(text)), spec and json.loads(spec))
                   for _ in range(2)]  # fmt: skip
        first, second = (json.loads(answer) for answer in answers)
        for answer in (first, second):
            for test in answer["tests"]:
                test["cost"] = 0
        self.assertEqual(first, second)
        self.assertNotRegex(answers[0], "0x[0-9a-f]")
        self.assertNotRegex(answers[0], r'": ')

    def test_cost(self):
        cheap = one("def f(x): return x\n")["cost"]
        dear = one("def f(x):\n  for i in range(10**5): pass\n  return x\n")["cost"]
        self.assertGreater(dear, 50 * cheap)
        self.assertEqual(dear, int(f"{dear:.2e}".replace("e+0", "e").split("e")[0].replace(".", "")) * 10 ** (len(str(dear)) - 3))

    def test_traceback(self):
        test = one("def g(x): return 1 / x\ndef f(x):\n  try:\n    g(0)\n  except ZeroDivisionError as e:\n    raise ValueError('no') from e\n")
        self.assertEqual(test["line"], 6)
        self.assertIn('File "solution.py", line 1, in g', test["traceback"])
        self.assertIn("direct cause", test["traceback"])
        self.assertNotIn("harness", test["traceback"])
        self.assertNotIn("unittest", test["traceback"].replace("unittest.TestCase", ""))

    def test_warning_of_a_lost_coroutine(self):
        test = one("import asyncio\nasync def g(): pass\ndef f(x):\n  g()\n  return 1\n")
        self.assertEqual(test["status"], "pass")
        self.assertIn("never awaited", test["output"])


if __name__ == "__main__":
    unittest.main()
