"""Memoised recursion goes deep, and the pure-Python cache behaves as the C one does."""

import functools
import sys
import unittest

from rig import one, run

DEEP = """
import unittest
from solution import f
class Tests(unittest.TestCase):
    def test_a(self):
        self.assertEqual(f(9000), 9000)
"""


class Deep(unittest.TestCase):
    """Depths that interview code reaches."""

    def test_cache(self):
        code = (
            "from functools import cache\n@cache\ndef f(n): return 0 if n == 0 else f(n - 1) + 1\n"
        )
        self.assertEqual(one(code, DEEP)["status"], "pass")

    def test_lru_cache(self):
        code = (
            "from functools import lru_cache\n@lru_cache(maxsize=None)\n"
            "def f(n): return 0 if n == 0 else f(n - 1) + 1\n"
        )
        self.assertEqual(one(code, DEEP)["status"], "pass")

    def test_bounded_cache(self):
        code = (
            "from functools import lru_cache\n@lru_cache\n"
            "def f(n): return 0 if n == 0 else f(n - 1) + 1\n"
        )
        self.assertEqual(one(code, DEEP)["status"], "pass")

    def test_plain(self):
        code = "def f(n): return 0 if n == 0 else f(n - 1) + 1\n"
        self.assertEqual(one(code, DEEP)["status"], "pass")

    def test_yield_from(self):
        code = (
            "def g(n):\n  if n:\n    yield n\n    yield from g(n - 1)\n"
            "def f(n): return len(list(g(n)))\n"
        )
        self.assertEqual(one(code, DEEP.replace("9000", "900"))["status"], "pass")

    def test_in_a_run(self):
        code = "from functools import cache\n@cache\ndef f(n): return n and f(n - 1) + 1\nf(9000)"
        self.assertEqual(run(code)["value"], "9000")

    def test_raised_limit(self):
        code = (
            "import sys\nsys.setrecursionlimit(10**6)\n"
            "def f(n): return 0 if n == 0 else f(n - 1) + 1\nf(100_000)"
        )
        self.assertEqual(run(code)["value"], "100000")


class Runaway(unittest.TestCase):
    """Recursion without an end is a clean RecursionError, in Python and in C."""

    def too_deep(self, code):
        result = run(code)
        self.assertEqual(result["problem"]["type"], "RecursionError", result)
        self.assertIsNotNone(result["problem"]["line"])

    def test_plain(self):
        self.too_deep("def f(n): return f(n + 1)\nf(0)")

    def test_cached(self):
        self.too_deep("from functools import cache\n@cache\ndef f(n): return f(n + 1)\nf(0)")

    def test_with_the_limit_raised(self):
        self.too_deep("import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1)\nf(0)")

    def test_repr(self):
        self.too_deep(
            "class Node:\n  def __init__(self, n): self.n = n\n"
            "  def __repr__(self): return f'Node({self.n!r})'\n"
            "x = None\nfor i in range(5000): x = Node(x)\nprint(repr(x)[:9])"
        )

    def test_getattr(self):
        self.too_deep("class A:\n  def __getattr__(self, n): return self.other\nA().x")

    def test_sort_key(self):
        self.too_deep("def k(n): return sorted([1, 2], key=k)\nk(1)")

    def test_equality(self):
        self.too_deep("a = []\nb = []\nfor i in range(10**5):\n  a = [a]\n  b = [b]\na == b")

    def test_freeing_a_long_list(self):
        code = (
            "class Node:\n  def __init__(self, n): self.n = n\n"
            "x = None\nfor i in range(10**5): x = Node(x)\nx = None\n1"
        )
        self.assertEqual(run(code)["value"], "1")


class Cache(unittest.TestCase):
    """The wrapper keeps the C one's promises."""

    def test_is_ours(self):
        self.assertTrue(hasattr(functools._lru_cache_wrapper, "__code__"))

    def test_info(self):
        @functools.lru_cache(maxsize=2)
        def f(x):
            return x

        for x in (1, 2, 1, 3, 2):
            f(x)
        self.assertEqual(tuple(f.cache_info()), (1, 4, 2, 2))
        self.assertEqual(f.cache_parameters(), {"maxsize": 2, "typed": False})
        f.cache_clear()
        self.assertEqual(tuple(f.cache_info()), (0, 0, 2, 0))
        self.assertEqual((f.__wrapped__(5), f.__name__), (5, "f"))

    def test_typed(self):
        @functools.lru_cache(typed=True)
        def f(x):
            return x

        f(1), f(1.0), f(1)
        self.assertEqual(tuple(f.cache_info()), (1, 2, 128, 2))

    def test_no_room(self):
        @functools.lru_cache(maxsize=0)
        def f(x):
            return x

        f(1), f(1)
        self.assertEqual(tuple(f.cache_info()), (0, 2, 0, 0))

    def test_method(self):
        class A:
            @functools.cache
            def f(self, x, *, y=1):
                return x + y

        a = A()
        self.assertEqual((a.f(1), a.f(1, y=2), a.f(1)), (2, 3, 2))
        self.assertEqual(A.f.cache_info().hits, 1)

    def test_errors_are_not_cached(self):
        calls = []

        @functools.cache
        def f(x):
            calls.append(x)
            raise ValueError

        for _ in range(2):
            self.assertRaises(ValueError, f, 1)
        self.assertEqual(calls, [1, 1])

    def test_unhashable(self):
        self.assertRaises(TypeError, functools.cache(lambda x: x), [])

    def test_limit(self):
        sys.setrecursionlimit(10**9)
        self.assertEqual(sys.getrecursionlimit(), 200_000)
        sys.setrecursionlimit(20_000)


if __name__ == "__main__":
    unittest.main()
