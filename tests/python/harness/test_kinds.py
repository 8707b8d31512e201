"""Every kind of test that a tests file may hold is found and run."""

import unittest

from rig import check, one, outcomes


class Kinds(unittest.TestCase):
    """Every kind of test that a file may hold is found and run."""

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
            list(outcomes("", tests)), ["Zebra.test_b", "Zebra.test_a", "Ant.test_c"]
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
            list(outcomes("", tests).values()), ["pass", "pass", "fail", "pass", "pass"]
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
            outcomes("def f(x): return x\n", tests),
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
        self.assertEqual(outcomes(code, tests), {"check": "pass"})
        self.assertEqual(
            outcomes(code + "def late(x): pass\n", tests, solution="def add_one(x): pass"),
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
        self.assertEqual(outcomes(code, tests), {"check": "pass"})

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
        self.assertEqual(outcomes("def f(x): return x\n", tests), {"doctest.tests": "pass"})

    def test_docstrings_that_are_no_examples_when_there_are_tests(self):
        code = '''
        def f(x):
            """Gives it back.

            >>>f(1)
              broken(
            """
            return x
        '''
        tests = "def check(candidate): assert candidate(1) == 1\n"
        self.assertEqual(outcomes(code, tests), {"check": "pass"})
        renamed = "from solution import f as g\ndef test_g(): assert g(1) == 1\n"
        self.assertEqual(outcomes(code, renamed), {"test_g": "pass"})

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
        found = outcomes(code, tests, cost=10**9)
        self.assertEqual(found, {"Tests.test_patch": "pass"})

    def test_module_of_another_name(self):
        tests = """
        import unittest
        from two_fer import two_fer
        class TwoFerTest(unittest.TestCase):
            def test_name(self):
                self.assertEqual("for Ann", two_fer("Ann"))
            def test_none(self):
                self.assertEqual(two_fer(), "for you")
        """
        report = check("def two_fer(name='me'): return f'for {name}'\n", tests)
        good, bad = report["tests"]
        self.assertEqual((good["status"], bad["status"]), ("pass", "fail"))
        self.assertEqual((bad["expected"], bad["actual"]), ("'for you'", "'for me'"))

    def test_the_stack_names_the_file_as_the_tests_import_it(self):
        code = """
        import inspect
        class Meter:
            def __init__(self, ask): self.seen = ask(), inspect.stack()[0].filename
        """
        tests = """
        import inspect, unittest
        from meter import Meter
        def caller():
            frames = inspect.getouterframes(inspect.currentframe())
            assert frames[1].positions.lineno == frames[1].lineno
            return next(each[1] for each in frames if each[3] == "__init__")
        class Tests(unittest.TestCase):
            def test_it(self):
                self.assertEqual(Meter(caller).seen, ("NAME.py", "NAME.py"))
        """
        self.assertEqual(one(code, tests.replace("NAME", "meter"))["status"], "pass")
        own = tests.replace("from meter", "from solution").replace("NAME", "solution")
        self.assertEqual(one(code, own)["status"], "pass")

    def test_a_missing_name_is_told_though_the_tests_raise_their_own_error(self):
        tests = """
        import unittest
        try:
            from solution import total
        except ImportError as error:
            raise ImportError(f"MISSING: {error.args[0].split()[3]}") from None
        class Tests(unittest.TestCase):
            def test_one(self): self.assertEqual(total([1]), 1)
        """
        report = check("", tests)
        self.assertIn("The tests need `total`", report["message"])

    def test_a_program_cannot_have_a_test_skipped(self):
        code = """
        import sys
        def f(x):
            frame = sys._getframe()
            while frame is not None:
                for value in list(frame.f_globals.values()):
                    if getattr(value, "__name__", "") == "unittest":
                        raise value.SkipTest("no")
                frame = frame.f_back
        """
        self.assertEqual(one(code)["status"], "error")
        bare = "def test_f():\n    import unittest\n    from solution import f\n    assert f(1) == 1\n"
        self.assertEqual(outcomes(code, "import unittest\n" + bare), {"test_f": "error"})

    def test_skip_list(self):
        tests = "def test_a(): pass\ndef test_b(): pass\n"
        self.assertEqual(list(outcomes("", tests, skip=["test_a"])), ["test_b"])

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


if __name__ == "__main__":
    unittest.main()
