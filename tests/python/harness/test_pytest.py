"""Tests in the manner of pytest: plain classes, fixtures, marks."""

import unittest

from rig import check, outcomes


class Pytest(unittest.TestCase):
    """What pytest would do with such a file."""

    def test_plain_classes(self):
        tests = """
        import pytest
        from solution import f
        class TestPlain:
            start = 1
            def setup_method(self, method): self.before = method.__name__
            def teardown_method(self): print("down", self.before)
            def test_good(self): assert f(self.start) == 1
            def test_bad(self): assert f(1) == 2
            @pytest.mark.parametrize("x, y", [(1, 1), (2, 3)])
            def test_rows(self, x, y): assert f(x) == y
            @pytest.mark.skip(reason="no")
            def test_skipped(self): assert False
            async def test_waits(self): assert f(1) == 2
            def helper(self): assert False
        class Testament:
            def __init__(self, x): pass
            def test_none(self): assert False
        """
        self.assertEqual(
            outcomes("def f(x): return x", tests),
            {
                "TestPlain.test_good": "pass", "TestPlain.test_bad": "fail",
                "TestPlain.test_rows[0]": "pass", "TestPlain.test_rows[1]": "fail",
                "TestPlain.test_skipped": "pass", "TestPlain.test_waits": "fail",
            },
        )  # fmt: skip
        report = check("def f(x): return x", tests)["tests"][0]
        self.assertEqual(report["output"], "down test_good\n")

    def test_pytest_fixtures(self):
        tests = """
        import pytest
        from solution import f
        log = []
        @pytest.fixture
        def one(): return f(1)
        @pytest.fixture(name="both", scope="module")
        def made(one):
            yield [one, 2]
            print("end", log)
        @pytest.fixture(autouse=True)
        def always(): log.append("always")
        def test_good(one, both): assert (one, both, log) == (1, [1, 2], ["always"])
        def test_bad(both): assert both == [2]
        def test_candidate(candidate): assert candidate(3) == 3
        class TestPlain:
            @pytest.fixture
            def one(self): return 5
            def test_own(self, both): assert both == [5, 2]
        """
        code = "def f(x): return x"
        self.assertEqual(
            outcomes(code, tests),
            {
                "test_good": "pass", "test_bad": "fail", "test_candidate": "pass",
                "TestPlain.test_own": "pass",
            },
        )  # fmt: skip
        self.assertEqual(check(code, tests)["tests"][0]["output"], "end ['always']\n")
        broken = "def f(x): raise ValueError('no')"
        self.assertEqual(outcomes(broken, tests)["test_good"], "error")

    def test_fixtures_that_are_not_here(self):
        report = check("def f(): print(1)", "def test_a(capsys): f()")["tests"][0]
        self.assertEqual(report["status"], "error")
        self.assertIn("pytest's capsys is not supported", report["message"])

    def test_functions_that_are_expected_to_fail(self):
        tests = """
        import pytest
        from solution import f
        @pytest.mark.xfail
        def test_fails(): assert f(1) == 2
        @pytest.mark.xfail(reason="not yet")
        def test_passes(): assert f(1) == 1
        """
        self.assertEqual(
            outcomes("def f(x): return x", tests), {"test_fails": "pass", "test_passes": "fail"}
        )
