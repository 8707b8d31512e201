"""Programs with too much output, huge values, hostile objects, and things left behind."""

import unittest

from rig import check, one, run

AFTER = """
import unittest
from solution import f
class Tests(unittest.TestCase):
    def test_a(self):
        f(0)
    def test_b(self):
        self.assertEqual([1, 2], sorted([2, 1]))
        print("printed")
"""


class Flooding(unittest.TestCase):
    """Much output and huge values are cut."""

    VALUE = """
    import unittest
    from solution import f
    class Tests(unittest.TestCase):
        def test_a(self):
            self.assertEqual(f(1), 2)
    """

    def test_output(self):
        test = one("def f(x):\n  for i in range(5000): print('x' * 50)\n  return 1\n")
        self.assertEqual(test["status"], "pass")
        self.assertLessEqual(len(test["output"]), 10_100)
        self.assertIn("cut after 10 000 characters", test["output"])

    def shown(self, code):
        test = one(code, self.VALUE)
        self.assertEqual(test["status"], "fail", test)
        return test["actual"]

    def test_huge_string(self):
        self.assertEqual(len(self.shown("def f(x): return 'x' * 10**7\n")), 1000)

    def test_huge_list(self):
        self.assertEqual(len(self.shown("def f(x): return list(range(10**5))\n")), 1000)

    def test_huge_repr(self):
        actual = self.shown(
            "class A:\n  def __repr__(self): return 'x' * 10**8\ndef f(x): return A()\n"
        )
        self.assertEqual(len(actual), 1000)

    def test_huge_number(self):
        self.assertEqual(self.shown("def f(x): return 10**6000\n"), "<an integer of 19932 bits>")

    def test_repr_that_raises(self):
        actual = self.shown("class A:\n  def __repr__(self): 1 / 0\ndef f(x): return A()\n")
        self.assertEqual(actual, "<A whose repr() raised ZeroDivisionError>")

    def test_repr_that_recurses(self):
        actual = self.shown(
            "class A:\n  def __repr__(self): return repr(self)\ndef f(x): return A()\n"
        )
        self.assertEqual(actual, "<A whose repr() never ends>")

    def test_repr_that_is_no_string(self):
        actual = self.shown("class A:\n  def __repr__(self): return 1\ndef f(x): return A()\n")
        self.assertEqual(actual, "<A whose repr() raised TypeError>")

    def test_cyclic(self):
        self.assertEqual(
            self.shown("def f(x):\n  a = [1]\n  a.append(a)\n  return a\n"), "[1, [...]]"
        )

    def test_address(self):
        actual = self.shown("class A: pass\ndef f(x): return A()\n")
        self.assertEqual(actual, "<solution.A object at 0x…>")

    def test_equality_that_raises(self):
        test = one("class A:\n  def __eq__(self, o): 1 / 0\ndef f(x): return A()\n", self.VALUE)
        self.assertEqual((test["status"], test["line"]), ("error", 2))

    def test_exception_without_a_text(self):
        test = one(
            "class E(Exception):\n  def __str__(self): raise ValueError\ndef f(x): raise E\n"
        )
        self.assertEqual((test["status"], test["line"]), ("error", 3))

    def test_exception_group(self):
        test = one("def f(x):\n  raise ExceptionGroup('two', [ValueError('a'), KeyError('b')])\n")
        self.assertEqual((test["status"], test["line"]), ("error", 2))
        self.assertIn("ValueError", test["message"])

    def test_deep_chain(self):
        test = one(
            "def f(x):\n  e = None\n  for i in range(5000):\n    n = ValueError(i)\n"
            "    n.__cause__ = e\n    e = n\n  raise e\n"
        )
        self.assertEqual((test["status"], test["line"]), ("error", 7))

    def test_deep_group(self):
        test = one(
            "def f(x):\n  e = ValueError('x')\n  for i in range(3000):\n"
            "    e = ExceptionGroup('g', [e])\n  raise e\n"
        )
        self.assertEqual(test["status"], "error")

    def test_runaway_recursion(self):
        test = one("def f(x):\n  return f(x + 1)\n")
        self.assertEqual((test["status"], test["line"]), ("error", 2))
        self.assertIn("does not end", test["message"])


class Leftovers(unittest.TestCase):
    """What one test leaves suspended is closed before the next."""

    def test_generator(self):
        report = check(
            "kept = []\ndef g():\n  try:\n    yield 1\n  finally:\n    print('closed')\n"
            "import builtins\ndef f(x):\n  it = g()\n  next(it)\n  kept.append(it)\n",
            AFTER,
        )
        self.assertEqual([t["output"] for t in report["tests"]], ["closed\n", "printed\n"])

    def test_generator_that_hangs_when_closed(self):
        report = check(
            "kept = []\ndef g():\n  try:\n    yield 1\n  finally:\n    while True: pass\n"
            "def f(x):\n  it = g()\n  next(it)\n  kept.append(it)\n",
            AFTER,
        )
        self.assertEqual([t["status"] for t in report["tests"]], ["error", "pass"])
        self.assertEqual(report["tests"][0]["line"], 6)

    STUBBORN = """
    import colorsys
    def helper(): pass
    def g(module=colorsys):
        for _ in range(50):
            try:
                helper()
                yield 1
            except NameError:
                module.resumed = True
            except GeneratorExit:
                pass
    kept = []
    def f(x):
        it = g()
        next(it)
        kept.append(it)
    """
    RESUMED = """
    import colorsys
    from solution import f
    def test_a(): f(0)
    def test_b(): assert not hasattr(colorsys, "resumed")
    def test_c(): assert not hasattr(colorsys, "resumed")
    """

    def test_generator_that_will_not_close(self):
        report = check(self.STUBBORN, self.RESUMED)
        self.assertEqual([t["status"] for t in report["tests"]], ["pass"] * 3)

    def test_generator_that_will_not_close_in_a_stopped_test(self):
        report = check(self.STUBBORN.rstrip() + "\n        while True: pass\n", self.RESUMED)
        self.assertEqual([t["status"] for t in report["tests"]], ["error", "pass", "pass"])

    def test_generator_that_will_not_close_after_a_run(self):
        code = self.STUBBORN.replace("module.resumed = True", "print('resumed')")
        self.assertEqual(run(code + "    f(1)\n")["stdout"], "")

    def test_generator_of_a_stopped_test(self):
        code = (
            "def g():\n  try:\n    yield 1\n  finally:\n    print('closed')\n"
            "kept = g()\ndef f(x):\n  next(kept)\n  while True: pass\n"
        )
        report = check(code, AFTER)
        self.assertEqual([t["output"] for t in report["tests"]], ["closed\n", "printed\n"])

    def test_tasks(self):
        report = check(
            "import asyncio\nkept = []\nasync def m():\n"
            "  kept.append(asyncio.create_task(asyncio.sleep(9)))\n"
            "def f(x): asyncio.run(m())\n",
            AFTER,
        )
        self.assertEqual([t["output"] for t in report["tests"]], ["", "printed\n"])

    def test_namespace(self):
        code = "seen = []\ndef f(x):\n  seen.append(x)\n  return len(seen)\n"
        tests = """
        from solution import f
        def test_a(): assert f(0) == 1
        def test_b(): assert f(0) == 1
        """
        self.assertEqual(check(code, tests)["status"], "pass")


if __name__ == "__main__":
    unittest.main()
