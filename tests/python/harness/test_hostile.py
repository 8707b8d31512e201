"""Programs that hang, end themselves, or reach for the judge: each gets a clear verdict."""

import unittest

from rig import PASSING, check, one, only


def status(code, tests=PASSING, **options):
    report = check(code, tests, **options)
    return report["status"], report["message"] or " ".join(
        str(test["message"]) for test in report["tests"]
    )


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
            "class A:\n  def __del__(self):\n    while True: pass\n"
            "def f(x):\n  A()\n  return x\n",
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


class Reaching(unittest.TestCase):
    """A program that changes what the judge relies on fails, and is told what to put back."""

    def caught(self, code, name):
        state, message = status(code)
        self.assertNotEqual(state, "pass")
        self.assertIn(f"Your program replaced {name}", message)
        self.assertEqual(status("def f(x): return 1\n")[0], "pass")

    def test_test_case(self):
        self.caught(
            "import unittest\nunittest.TestCase.assertEqual = lambda *a: None\ndef f(x): return 2\n",
            "unittest.case.TestCase.assertEqual",
        )

    def test_test_case_while_it_runs(self):
        self.caught(
            "import unittest\ndef f(x):\n"
            "  unittest.TestCase.assertEqual = lambda *a: None\n  return 1\n",
            "unittest.case.TestCase.assertEqual",
        )

    def test_code_of_a_method(self):
        self.caught(
            "import unittest\ndef fake(self, first, second, msg=None): pass\n"
            "unittest.TestCase.assertEqual.__code__ = fake.__code__\ndef f(x): return 2\n",
            "unittest.case.TestCase.assertEqual",
        )

    def test_judge(self):
        self.caught(
            "import judge\njudge.assert_growth = lambda *a, **k: None\ndef f(x): return 1\n",
            "judge.assert_growth",
        )

    def test_asyncio(self):
        self.caught(
            "import asyncio\nasyncio.run = lambda c: None\ndef f(x): return 1\n", "asyncio.run"
        )

    def test_loop_class(self):
        self.caught(
            "import asyncio\nasyncio.BaseEventLoop.create_task = lambda *a: None\n"
            "def f(x): return 1\n",
            "asyncio.base_events.BaseEventLoop.create_task",
        )

    def test_json(self):
        self.caught(
            "import json\njson.dumps = lambda *a, **k: '{}'\ndef f(x): return 1\n", "json.dumps"
        )

    def test_time(self):
        self.caught("import time\ntime.sleep = print\ndef f(x): return 1\n", "time.sleep")

    def test_builtin(self):
        self.caught("import builtins\nbuiltins.sorted = list\ndef f(x): return 1\n", "builtins.sorted")

    def test_deleted_builtin(self):
        self.caught("import builtins\ndel builtins.len\ndef f(x): return 1\n", "builtins.len")

    def test_import_machinery(self):
        self.caught(
            "import builtins\nold = builtins.__import__\n"
            "builtins.__import__ = lambda *a, **k: old(*a, **k)\ndef f(x): return 1\n",
            "builtins.__import__",
        )

    def test_cost(self):
        self.caught(
            "import _dryrun\n_dryrun.cost = lambda: 0\ndef f(x): return 1\n", "_dryrun.cost"
        )

    def test_healing_patch(self):
        """Even a patch that removes itself does not reach the tests' own unittest."""
        code = (
            "import unittest\ndef f(x):\n  original = unittest.TestCase.assertEqual\n"
            "  def fake(*a): unittest.TestCase.assertEqual = original\n"
            "  unittest.TestCase.assertEqual = fake\n  return 2\n"
        )
        self.assertNotEqual(status(code)[0], "pass")

    def test_skipping(self):
        self.assertEqual(
            status("import unittest\ndef f(x): raise unittest.SkipTest('no')\n")[0], "fail"
        )

    def test_modules_table(self):
        code = "import sys\nsys.modules.clear()\ndef f(x): return 1\n"
        self.assertIn(status(code)[0], ("pass", "fail", "error"))
        self.assertEqual(status("def f(x): return 1\n")[0], "pass")

    def test_replaced_modules_table(self):
        code = "import sys\nsys.modules = {}\ndef f(x): return 1\n"
        self.assertEqual(status(code)[0], "pass")
        self.assertEqual(status("import json\ndef f(x): return 1\n")[0], "pass")

    def test_harness_is_out_of_sight(self):
        code = "import sys\ndef f(x): return 1 + any(m.startswith('harness') for m in sys.modules)\n"
        self.assertEqual(status(code)[0], "pass")

    def test_worker_is_out_of_reach(self):
        code = (
            "def f(x):\n  import _dryrun\n"
            "  return 1 + sum(hasattr(_dryrun, n) for n in ('budget', 'progress', 'write'))\n"
        )
        self.assertEqual(status(code)[0], "pass")


class State(unittest.TestCase):
    """Hooks and streams that a program leaves behind do not reach the next test."""

    TESTS = """
    import sys, unittest
    from solution import f
    class Tests(unittest.TestCase):
        def test_a(self):
            f(0)
        def test_b(self):
            import gc, signal, threading, os, warnings, atexit, logging
            print("seen")
            self.assertEqual(sys.gettrace(), None)
            self.assertEqual(sys.getprofile(), None)
            self.assertEqual(sys.getrecursionlimit(), 20_000)
            self.assertEqual(gc.isenabled(), True)
            self.assertNotIn("mine", [type(x).__name__ for x in sys.meta_path])
            self.assertNotEqual(sys.excepthook, print)
            self.assertNotIn("MINE", os.environ)
            self.assertEqual(logging.root.handlers, [])
    """

    def harmless(self, body, first="pass"):
        report = check(f"import sys, gc, os\ndef f(x):\n  {body}\n", self.TESTS)
        got, second = report["tests"]
        self.assertEqual(got["status"], first, got)
        self.assertEqual((second["status"], second["output"]), ("pass", "seen\n"), second)

    def test_trace(self):
        self.harmless("sys.settrace(lambda *a: None)")

    def test_profile(self):
        self.harmless("sys.setprofile(lambda *a: None)")

    def test_trace_that_raises(self):
        self.harmless("sys.settrace(lambda *a: 1 / 0)", "error")

    def test_collector(self):
        self.harmless("gc.disable(); gc.freeze(); gc.set_threshold(0); gc.callbacks.append(print)")

    def test_recursion_limit(self):
        self.harmless("sys.setrecursionlimit(10**9)")

    def test_excepthook(self):
        self.harmless("sys.excepthook = print; sys.unraisablehook = print")

    def test_atexit(self):
        self.harmless("__import__('atexit').register(os._exit)")

    def test_meta_path(self):
        self.harmless("sys.meta_path.insert(0, type('mine', (), {'find_spec': None})())")

    def test_closed_streams(self):
        self.harmless("sys.stdout.close(); sys.stderr.close(); sys.__stdout__ = None")

    def test_replaced_streams(self):
        self.harmless("sys.stdout = sys.stderr = None")

    def test_deleted_streams(self):
        self.harmless("del sys.stdout; del sys.stderr; del sys.stdin")

    def test_environment(self):
        self.harmless("os.environ['MINE'] = '1'; os.chdir('/')")

    def test_warnings(self):
        self.harmless("__import__('warnings').simplefilter('error')")

    def test_logging(self):
        self.harmless("__import__('logging').basicConfig(level=10)")

    def test_monitoring(self):
        self.harmless("sys.monitoring.use_tool_id(0, 'mine'); sys.monitoring.set_events(0, 1)")

    def test_stdlib(self):
        self.harmless("import math; math.sqrt = None; del gc.collect")


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
        self.assertEqual(
            self.shown("def f(x): return 10**6000\n"), "<an integer of 19932 bits>"
        )

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
        self.assertEqual(self.shown("def f(x):\n  a = [1]\n  a.append(a)\n  return a\n"), "[1, [...]]")

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
        test = one(
            "def f(x):\n  raise ExceptionGroup('two', [ValueError('a'), KeyError('b')])\n"
        )
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
