"""Programs that reach for the judge, or leave the interpreter changed."""

import unittest

from rig import PASSING, check


def status(code, tests=PASSING, **options):
    report = check(code, tests, **options)
    return report["status"], report["message"] or " ".join(
        str(test["message"]) for test in report["tests"]
    )


class Reaching(unittest.TestCase):
    """A program that changes what the judge relies on fails, and is told what to put back."""

    def caught(self, code, name):
        state, message = status(code)
        self.assertNotEqual(state, "pass")
        self.assertIn(f"Your program replaced {name}", message)
        self.assertEqual(status("def f(x): return 1\n")[0], "pass")

    def test_test_case(self):
        self.caught(
            "import unittest\nunittest.TestCase.assertEqual = lambda *a: None\n"
            "def f(x): return 2\n",
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
        self.caught(
            "import builtins\nbuiltins.sorted = list\ndef f(x): return 1\n", "builtins.sorted"
        )

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
        code = (
            "import sys\ndef f(x): return 1 + any(m.startswith('harness') for m in sys.modules)\n"
        )
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


if __name__ == "__main__":
    unittest.main()
