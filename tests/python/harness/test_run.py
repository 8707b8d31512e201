"""A free run: output, value, input, time, limits and the shown examples."""

import unittest

import harness
from rig import run

EXAMPLES = """
import asyncio, unittest
from solution import f
class Examples(unittest.TestCase):
    def test_one(self):
        \"\"\"Gives back one\"\"\"
        self.assertEqual(f(1), 1)
    def test_waits(self):
        asyncio.run(asyncio.sleep(1000))
class Hidden(unittest.TestCase):
    def test_two(self):
        self.assertEqual(f(2), 3)
"""


class Values(unittest.TestCase):
    """The value of the last expression, as a REPL shows it."""

    def test_shape(self):
        result = run("1")
        self.assertEqual(list(result)[:5], ["status", "value", "problem", "truncated", "examples"])

    def test_last_expression(self):
        self.assertEqual(run("x = 20\nx * 2 + 2")["value"], "42")

    def test_string(self):
        self.assertEqual(run("'a'")["value"], "'a'")

    def test_none(self):
        self.assertIsNone(run("None")["value"])
        self.assertIsNone(run("x = 1")["value"])
        self.assertIsNone(run("")["value"])

    def test_long(self):
        self.assertEqual(len(run("'x' * 10**6")["value"]), 10_000)

    def test_top_level_await(self):
        result = run(
            "import asyncio\nasync def f():\n  await asyncio.sleep(.5)\n  return 7\nawait f()"
        )
        self.assertEqual((result["status"], result["value"]), ("ok", "7"))

    def test_main_guard(self):
        self.assertEqual(
            run("if __name__ == '__main__': print(__file__)")["stdout"], "solution.py\n"
        )

    def test_dataclass(self):
        code = "from dataclasses import dataclass\n@dataclass\nclass P:\n  x: 'int' = 1\nP()"
        self.assertEqual(run(code)["value"], "P(x=1)")

    def test_pickle(self):
        code = "import pickle\nclass P: pass\ntype(pickle.loads(pickle.dumps(P()))).__name__"
        self.assertEqual(run(code)["value"], "'P'")


class Output(unittest.TestCase):
    """Both streams, as they are written."""

    def test_streams(self):
        result = run("import sys\nprint('a', 1)\nprint('b', file=sys.stderr)")
        self.assertEqual((result["stdout"], result["stderr"]), ("a 1\n", "b\n"))

    def test_bytes(self):
        self.assertEqual(run("import sys\nn = sys.stdout.buffer.write(b'ab')")["stdout"], "ab")

    def test_surrogates(self):
        self.assertEqual(run("print('\\ud800')")["stdout"], "\\ud800\n")

    def test_partial_output_before_an_error(self):
        result = run("print('before')\n1 / 0")
        self.assertEqual((result["status"], result["stdout"]), ("error", "before\n"))

    def test_closed_stream(self):
        self.assertEqual(run("import sys\nsys.stdout.close()\nprint('still')")["stdout"], "still\n")

    def test_redirected(self):
        code = (
            "import io, contextlib\nwith contextlib.redirect_stdout(io.StringIO()) as b: print(1)\n"
            "b.getvalue()"
        )
        self.assertEqual(run(code)["value"], "'1\\n'")

    def test_exit_handlers(self):
        self.assertEqual(
            run("import atexit\natexit.register(print, 'bye')\nprint('hi')")["stdout"], "hi\nbye\n"
        )

    def test_logging(self):
        code = (
            "import logging\nlogging.basicConfig(level=20, format='%(message)s')\nlogging.info('x')"
        )
        self.assertEqual(run(code)["stderr"], "x\n")

    def test_lost_coroutine(self):
        self.assertIn("never awaited", run("async def f(): pass\nf()\nprint(1)")["stderr"])


class Input(unittest.TestCase):
    """`input()` and `sys.stdin` read the text given beforehand."""

    def test_lines(self):
        result = run("a = input('a? ')\nb = input()\n(a, b)", stdin="1\n2\n")
        self.assertEqual((result["value"], result["stdout"]), ("('1', '2')", "a? 1\n2\n"))

    def test_last_line_without_newline(self):
        self.assertEqual(run("input()", stdin="1")["value"], "'1'")

    def test_end(self):
        problem = run("input()\ninput()", stdin="1\n")["problem"]
        self.assertEqual((problem["type"], problem["line"]), ("EOFError", 2))

    def test_stdin(self):
        self.assertEqual(
            run("import sys\n[l for l in sys.stdin]", stdin="a\nb")["value"], "['a\\n', 'b']"
        )
        self.assertEqual(run("import sys\nsys.stdin.read()", stdin="a\nb")["value"], "'a\\nb'")
        self.assertEqual(run("import sys\nsys.stdin.readline(1)", stdin="ab")["value"], "'a'")

    def test_who_asks_for_input(self):
        for code, expected in [
            ("x = input()", True), ("import sys\nsys.stdin.read()", True),
            ("from sys import stdin", True), ("x = 1", False), ("x = ", False), ("'input'", False),
        ]:  # fmt: skip
            self.assertEqual(harness.asks_for_input(code), expected, code)


class Time(unittest.TestCase):
    """Sleeping really sleeps, through the worker."""

    def test_sleep(self):
        result = run("import time\ntime.sleep(1.5)")
        self.assertEqual((result["status"], result["slept"]), ("ok", 1.5))

    def test_negative(self):
        self.assertEqual(run("import time\ntime.sleep(-1)")["problem"]["type"], "ValueError")

    def test_loop(self):
        code = (
            "import asyncio\nasync def m(): return await asyncio.sleep(0.05, 1)\nasyncio.run(m())"
        )
        result = run(code)
        self.assertEqual((result["status"], result["value"]), ("ok", "1"))
        self.assertGreater(result["slept"], 0)

    def test_gather_and_timeouts(self):
        code = """
        import asyncio
        async def m():
            async with asyncio.timeout(9):
                return await asyncio.gather(*(asyncio.sleep(0.01, n) for n in range(3)))
        with asyncio.Runner() as runner:
            print(runner.run(m()))
        """
        self.assertEqual(run(code)["stdout"], "[0, 1, 2]\n")

    def test_to_thread(self):
        code = "import asyncio\nm = asyncio.to_thread(sum, [1, 2])\nasyncio.run(m)"
        self.assertEqual(run(code)["value"], "3")

    def test_deadlock(self):
        problem = run(
            "import asyncio\nasync def m():\n  await asyncio.Event().wait()\nasyncio.run(m())"
        )["problem"]
        self.assertIn("nothing can ever wake", problem["explanation"])

    def test_clean_up_of_async_generators(self):
        code = """
        import asyncio
        async def g():
            try:
                yield 1
            finally:
                print("closed")
        async def m():
            async for x in g():
                return x
        asyncio.run(m())
        """
        self.assertEqual(run(code)["stdout"], "closed\n")


class Limits(unittest.TestCase):
    """A run that goes on for too long is stopped; one that ends itself is told so."""

    def test_endless(self):
        result = run("x = 0\nwhile True:\n    x += 1\n", seconds=0.5)
        self.assertEqual((result["status"], result["problem"]["type"]), ("timeout", "Stopped"))
        self.assertIn(result["problem"]["line"], (2, 3))
        self.assertIn("after 0.5 seconds", result["problem"]["explanation"])

    def test_endless_that_swallows(self):
        code = "while True:\n  try:\n    while True: pass\n  except BaseException: pass\n"
        self.assertEqual(run(code, seconds=0.5)["status"], "timeout")

    def test_exit(self):
        self.assertEqual(run("import sys\nsys.exit()")["status"], "ok")
        self.assertEqual(run("import os\nos._exit(3)")["problem"]["type"], "Exit")

    def test_chance_differs(self):
        values = {run("import random\nrandom.random()")["value"] for _ in range(3)}
        self.assertEqual(len(values), 3)


class Examples(unittest.TestCase):
    """With an exercise, its shown examples run after the program."""

    def test_examples(self):
        result = run("def f(x): return x\nprint('main')\n", tests=EXAMPLES)
        self.assertEqual([t["status"] for t in result["examples"]], ["pass", "pass"])
        self.assertEqual(result["examples"][0]["id"], "Examples.test_one")
        self.assertEqual(result["slept"], 0)

    def test_failing(self):
        result = run("def f(x): return 2\n", tests=EXAMPLES)
        self.assertEqual(result["status"], "ok")
        self.assertEqual(result["examples"][0]["status"], "fail")

    def test_not_after_an_error(self):
        self.assertIsNone(run("1 / 0", tests=EXAMPLES)["examples"])

    def test_files_beside(self):
        files = [
            {"path": "tables/rates.py", "text": "RATES = {'EUR': 1}\n"},
            {"path": "words.txt", "text": "one two\n"},
        ]
        code = "from tables.rates import RATES\ndef f(x): return x\nprint(RATES, open('words.txt').read())"
        result = run(code, tests=EXAMPLES, files=files)
        self.assertEqual(result["stdout"], "{'EUR': 1} one two\n\n")
        self.assertEqual([t["status"] for t in result["examples"]], ["pass", "pass"])
        again = run("import os\nos.listdir()", files=files)
        self.assertEqual(again["value"], "['tables', 'words.txt']")
        self.assertEqual(run("import tables.rates")["problem"]["type"], "ModuleNotFoundError")

    def test_not_without_an_exercise(self):
        self.assertIsNone(run("1")["examples"])


if __name__ == "__main__":
    unittest.main()
