"""Programs that do not end, or that end themselves: each gets a clear verdict."""

import unittest

from rig import check, one

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


class Endless(unittest.TestCase):
    """A loop without an end is stopped at the learner's line, whatever surrounds it."""

    def stopped(self, code, line):
        test = one(code)
        self.assertEqual((test["status"], test["line"]), ("error", line))
        self.assertRegex(test["message"], rf"^Stopped on your line {line} after 30.000.000 steps")

    def test_plain(self):
        self.stopped("def f(x):\n    while True: pass\n", 2)

    def test_handlers_that_swallow(self):
        self.stopped(
            "def f(x):\n  while True:\n    try:\n      while True: pass\n"
            "    except BaseException: pass\n",
            4,
        )

    def test_finally_that_goes_on(self):
        self.stopped(
            "def f(x):\n  try:\n    while True:\n      pass\n  finally:\n    return f(x)\n", 4
        )

    def test_suppress(self):
        self.stopped(
            "import contextlib\ndef f(x):\n  while True:\n"
            "    with contextlib.suppress(BaseException):\n      while True: pass\n",
            5,
        )

    def test_generator_that_refuses_to_close(self):
        test = one(
            "def g():\n  while True:\n    try:\n      yield\n    except BaseException: continue\n"
            "def f(x):\n  for _ in g(): pass\n"
        )
        self.assertEqual(test["status"], "error")
        self.assertIn("Stopped on your line", test["message"])

    def test_coroutine(self):
        self.stopped(
            "import asyncio\nasync def m():\n  while True:\n    try:\n"
            "      while True: pass\n    except BaseException: pass\n"
            "def f(x): asyncio.run(m())\n",
            5,
        )

    def test_callbacks_that_feed_the_loop(self):
        test = one(
            "import asyncio\ndef again(loop):\n  loop.call_soon(again, loop)\n"
            "async def m():\n  again(asyncio.get_running_loop())\n  await asyncio.Event().wait()\n"
            "def f(x): asyncio.run(m())\n"
        )
        self.assertIn("Stopped", test["message"])

    def test_finalizer(self):
        self.stopped(
            "class A:\n  def __del__(self):\n    while True: pass\ndef f(x):\n  A()\n  return x\n",
            3,
        )

    def test_import(self):
        report = check("while True:\n    pass\n")
        self.assertEqual((report["status"], report["tests"]), ("error", []))
        self.assertEqual(report["problem"]["type"], "Stopped")
        self.assertIn("on your line", report["message"])

    def test_repr(self):
        tests = """
        import unittest
        from solution import f
        class Tests(unittest.TestCase):
            def test_a(self):
                self.assertEqual(f(1), 2)
        """
        test = one(
            "class A:\n  def __repr__(self):\n    while True: pass\ndef f(x): return A()\n", tests
        )
        self.assertNotEqual(test["status"], "pass")

    def test_handler_of_its_own(self):
        self.stopped(
            "import signal\ndef f(x):\n  signal.signal(signal.SIGINT, lambda *a: None)\n"
            "  while True: pass\n",
            4,
        )

    def test_monitoring_of_its_own(self):
        self.stopped(
            "import sys\ndef f(x):\n  for n in range(6):\n"
            "    try: sys.monitoring.use_tool_id(n, 'mine')\n    except ValueError: pass\n"
            "  while True: pass\n",
            6,
        )

    def test_others_still_run(self):
        report = check("def f(x):\n  while True: pass\n", AFTER)
        self.assertEqual([test["status"] for test in report["tests"]], ["error", "pass"])
        self.assertEqual(report["tests"][1]["output"], "printed\n")

    def test_later_ones_get_less(self):
        tests = AFTER.replace("self.assertEqual([1, 2], sorted([2, 1]))", "f(1)")
        report = check("def f(x):\n  while True: pass\n", tests)
        self.assertIn("30\u00a0000\u00a0000 steps", report["tests"][0]["message"])
        self.assertIn("6\u00a0000\u00a0000 steps", report["tests"][1]["message"])

    def test_wall_time(self):
        test = one("def f(x):\n  while True: pass\n", cost=10**12, seconds=0.5)
        self.assertIn("Stopped on your line 2 after 0.5 seconds", test["message"])


class Leaving(unittest.TestCase):
    """Whatever ends a program ends its test, and nothing else."""

    def ended(self, body, word):
        report = check(f"import os, sys, signal, asyncio\ndef f(x):\n  {body}\n", AFTER)
        first, second = report["tests"]
        self.assertEqual(first["status"], "error", first)
        self.assertEqual(first["line"], 3, first)
        self.assertIn(word, first["message"])
        self.assertEqual(second["status"], "pass", second)

    def test_sys_exit(self):
        self.ended("sys.exit(0)", "ended itself")

    def test_quit(self):
        self.ended("quit()", "ended itself")

    def test_os_exit(self):
        self.ended("os._exit(0)", "ended itself")

    def test_posix_exit(self):
        self.ended("__import__('posix')._exit(0)", "ended itself")

    def test_abort(self):
        self.ended("os.abort()", "ended itself")

    def test_kill(self):
        self.ended("os.kill(os.getpid(), signal.SIGKILL)", "ended itself")

    def test_raise_signal(self):
        self.ended("signal.raise_signal(signal.SIGTERM)", "ended itself")

    def test_system_exit(self):
        self.ended("raise SystemExit", "ended itself")

    def test_keyboard_interrupt(self):
        self.ended("raise KeyboardInterrupt", "KeyboardInterrupt")

    def test_generator_exit(self):
        self.ended("raise GeneratorExit", "GeneratorExit")

    def test_cancelled(self):
        self.ended("raise asyncio.CancelledError", "CancelledError")

    def test_exit_inside_a_coroutine(self):
        report = check(
            "import sys, asyncio\nasync def m():\n  sys.exit(3)\ndef f(x): asyncio.run(m())\n",
            AFTER,
        )
        self.assertEqual([test["status"] for test in report["tests"]], ["error", "pass"])

    def test_exit_at_import(self):
        report = check("import sys\nsys.exit(0)\n")
        self.assertEqual((report["status"], report["problem"]["type"]), ("error", "Exit"))
        self.assertEqual(report["problem"]["line"], 2)


if __name__ == "__main__":
    unittest.main()
