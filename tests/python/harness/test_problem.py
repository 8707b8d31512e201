"""Errors are told in plain words that fit the case, with the learner's own line."""

import unittest

from rig import run

# Program, expected type, expected line, words of the explanation.
CASES = [
    ("values = [1]\nprint(valeus)", "NameError", 2, "Did you mean `values`?"),
    ("print(deque())", "NameError", 1, "from collections import deque"),
    ("print(math.pi)", "NameError", 1, "import math"),
    ("class A:\n  def f(): return self.x\nA.f()", "NameError", 2, "first one of the method"),
    ("print(nothing_like_it)", "NameError", 1, "Check the spelling"),
    ("n = 1\ndef f():\n  n += 1\nf()", "UnboundLocalError", 3, "nonlocal n"),
    ("x = [1].sort()\nx.append(2)", "AttributeError", 2, "This value is None"),
    ("[].apend(2)", "AttributeError", 1, "Did you mean `append`?"),
    ("import math\nmath.sqroot(2)", "AttributeError", 2, "Did you mean `sqrt`?"),
    ("async def f(): return []\nf().append(1)", "AttributeError", 2, "put `await` in front"),
    ("(x for x in [1]).append(2)", "AttributeError", 1, "This is a generator"),
    ("def f(a, b): pass\nf(1)", "TypeError", 2, "The call of `f` lacks 'b'"),
    ("def f(a): pass\nf(1, 2)", "TypeError", 2, "this call passes 2"),
    ("class A:\n  def f(): pass\nA().f()", "TypeError", 3, "`self`"),
    ("def f(a): pass\nf(b=1)", "TypeError", 2, "no parameter called `b`"),
    ("def f(a): pass\nf(1, a=1)", "TypeError", 2, "passed twice"),
    ("'a' + 1", "TypeError", 1, "f-string"),
    ("1 + None", "TypeError", 1, "`+` does not work between int and NoneType"),
    ("async def f(): return 1\n1 + f()", "TypeError", 2, "lacks `await`"),
    ("import heapq\nh = [(1, {})]\nheapq.heappush(h, (1, {1: 2}))", "TypeError", 3, "tie-breaker"),
    ("for x in None: pass", "TypeError", 1, "missing `return`"),
    ("for x in 5: pass", "TypeError", 1, "range()"),
    ("next([1])", "TypeError", 1, "iter(...)"),
    ("x = None\nx[0]", "TypeError", 2, "This value is None"),
    ("x = (n for n in [1])\nx[0]", "TypeError", 2, "A generator has no positions"),
    ("'abc'[0] = 'x'", "TypeError", 1, "cannot be changed in place"),
    ("list = [1]\nlist('a')", "TypeError", 2, "cannot be called"),
    ("{[1]: 2}", "TypeError", 1, "Use a tuple"),
    ("{{}}", "TypeError", 1, "Use a tuple"),
    ("[1]['a']", "TypeError", 1, "whole number"),
    ("async def f():\n  await 5\nawait f()", "TypeError", 2, "`async def`?"),
    ("async def f():\n  for x in f(): pass\nawait f()", "TypeError", 2, "put `await` in front"),
    ("async def g():\n  yield 1\nfor x in g(): pass", "TypeError", 3, "async for"),
    ("async def f():\n  async for x in [1]: pass\nawait f()", "TypeError", 2, "Use a plain `for`"),
    ("with 5: pass", "TypeError", 1, "__enter__"),
    ("a, b = 5", "TypeError", 1, "cannot be split"),
    ("a, b = [1]", "ValueError", 1, "2 names on the left and only 1"),
    ("a, b = [1, 2, 3]", "ValueError", 1, "more values on the right"),
    ("int('x')", "ValueError", 1, "'x' is not a whole number"),
    ("float('x')", "ValueError", 1, "is not a number"),
    ("[].remove(1)", "ValueError", 1, "Ask with `in` first"),
    ("max([])", "ValueError", 1, "default="),
    ("def g():\n  next(it)\n  yield 1\nit = g()\nnext(it)", "ValueError", 2, "still working"),
    ("[1][3]", "IndexError", 1, "fewer items"),
    ("[].pop()", "IndexError", 1, "nothing left"),
    ("{}['a']", "KeyError", 1, "The key 'a' is not in the dictionary"),
    ("set().pop()", "KeyError", 1, "nothing left"),
    ("1 / 0", "ZeroDivisionError", 1, "by is zero"),
    ("def f(n): return f(n)\nf(1)", "RecursionError", 1, "does not end"),
    ("def g():\n  yield next(iter([]))\nlist(g())", "RuntimeError", 2, "next(it, default)"),
    ("d = {1: 1}\nfor k in d: d[k + 1] = 1", "RuntimeError", 2, "list(d)"),
    ("s = {1}\nfor k in s: s.add(k + 1)", "RuntimeError", 2, "Loop over a copy"),
    (
        "import asyncio\nasync def f():\n  asyncio.run(f())\nasyncio.run(f())",
        "RuntimeError",
        3,
        "one is running already",
    ),
    ("import asyncio\nasyncio.create_task(1)", "RuntimeError", 2, "no event loop here"),
    ("c = None\nasync def f(): pass\nc = f()\nawait c\nawait c", "RuntimeError", 5, "only once"),
    (
        "import threading\nthreading.Thread(target=print).start()",
        "RuntimeError",
        2,
        "This browser cannot run threads",
    ),
    (
        "import asyncio\nasync def f():\n  asyncio.get_running_loop().create_future().result()\n"
        "asyncio.run(f())",
        "InvalidStateError",
        3,
        "`await` the task",
    ),
    (
        "import asyncio\nasync def f():\n  x = asyncio.get_running_loop().create_future()\n"
        "  x.set_result(1)\n  x.set_result(1)\nasyncio.run(f())",
        "InvalidStateError",
        5,
        "set only once",
    ),
    (
        "import asyncio\nasync def f():\n  asyncio.current_task().cancel()\n"
        "  await asyncio.sleep(1)\nasyncio.run(f())",
        "CancelledError",
        4,
        "was cancelled here",
    ),
    (
        "import asyncio\nasync def f():\n  await asyncio.wait_for(asyncio.sleep(5), 1)\n"
        "asyncio.run(f())",
        "TimeoutError",
        3,
        "The time that was allowed",
    ),
    (
        "import asyncio\nasync def bad():\n  1 / 0\nasync def f():\n"
        "  async with asyncio.TaskGroup() as g:\n    g.create_task(bad())\nasyncio.run(f())",
        "ExceptionGroup",
        5,
        "ZeroDivisionError came out of them",
    ),
    (
        "import asyncio\nasyncio.run(asyncio.sleep)",
        "TypeError",
        2,
        "Call the `async def`",
    ),
    ("import asyncio\nasyncio.Queue().get_nowait()", "QueueEmpty", 2, "await queue.get()"),
    ("x = [0] * 10**9", "MemoryError", 1, "not enough memory"),
    ("input()", "EOFError", 1, "Fill in the input box"),
    ("import requests", "ModuleNotFoundError", 1, "no network"),
    ("import numpy as np", "ModuleNotFoundError", 1, "in place of NumPy"),
    (
        "from multiprocessing import Pool\nPool()",
        "ImportError|ModuleNotFoundError|OSError|FileNotFoundError|NotImplementedError",
        None,
        "",
    ),
    ("import colections", "ModuleNotFoundError", 1, "Did you mean `collections`?"),
    ("from collections import dequeue", "ImportError", 1, "Did you mean `deque`?"),
    ("raise NotImplementedError", "NotImplementedError", 1, "not written yet"),
    ("open('data.txt')", "FileNotFoundError", 1, "no such file"),
    ("assert 1 == 2", "AssertionError", 1, "does not hold"),
    ("next(iter([]))", "StopIteration", 1, "no more items"),
    ("raise ValueError('too small')", "ValueError", 1, "Your program raised ValueError: too small"),
    ("import sys\nsys.exit('no')", "Exit", 2, "ended itself"),
    ("raise KeyboardInterrupt", "KeyboardInterrupt", 1, "stopped by hand"),
]

SYNTAX = [
    ("def f()\n    pass", "SyntaxError", 1, "colon is missing"),
    ("x = (1,\ny = 2", "SyntaxError", 1, "never closed"),
    ("x = 1)", "SyntaxError", 1, "closing `)` too many"),
    ("x = (1]", "SyntaxError", 1, "do not belong together"),
    ("if x = 1:\n    pass", "SyntaxError", 1, "use `==`"),
    ("f() = 1", "SyntaxError", 1, "=="),
    ("x = 'abc", "SyntaxError", 1, "quote is missing"),
    ("def f():\nreturn 1", "IndentationError", 2, "Something must follow, indented"),
    ("x = 1\n    y = 2", "IndentationError", 2, "indented further"),
    ("if 1:\n        x = 1\n    y = 2", "IndentationError", 3, "fits no line above"),
    ("if 1:\n\tx = 1\n        y = 2", "TabError", 3, "Tabs and spaces are mixed"),
    ("x = [1 2]", "SyntaxError", 1, "comma is missing"),
    ("def f():\n    await g()", "SyntaxError", 2, "inside an `async def`"),
    ("return 1", "SyntaxError", 1, "inside a function"),
    ("break", "SyntaxError", 1, "inside a loop"),
    ("print 'x'", "SyntaxError", 1, "is a function"),
    ("async def f():\n    yield 1\n    return 2", "SyntaxError", 3, "is a generator"),
    ("def f(a=1, b): pass", "SyntaxError", 1, "default come last"),
    ("try:\n    x = 1\ny = 2", "SyntaxError", 3, "needs an `except` or a `finally`"),
    ("x = “a”", "SyntaxError", 1, "copied quote"),
    ("def f():\n    nonlocal x", "SyntaxError", 2, "global"),
    ("1x = 2", "SyntaxError", 1, "begin with a digit"),
    ("class 5: pass", "SyntaxError", 1, "does not understand"),
]


class Explanations(unittest.TestCase):
    """One test a table, one part an entry."""

    def told(self, cases):
        for code, kind, line, words in cases:
            with self.subTest(code=code):
                problem = run(code)["problem"]
                self.assertIsNotNone(problem)
                self.assertRegex(problem["type"], f"^({kind})$")
                if line is not None:
                    self.assertEqual(problem["line"], line, problem)
                self.assertIn(words, problem["explanation"])
                self.assertNotIn("harness", problem["traceback"])
                self.assertNotIn("\n", problem["text"])

    def test_errors(self):
        self.told(CASES)

    def test_syntax(self):
        self.told(SYNTAX)


class Places(unittest.TestCase):
    """Line, column, text and traceback of a problem."""

    def test_innermost_line_of_the_learner(self):
        problem = run("import json\ndef f(t):\n  return json.loads(t)\nf('{')")["problem"]
        self.assertEqual((problem["line"], problem["column"]), (3, 10))
        self.assertIn("json/", problem["traceback"].replace("\\", "/"))

    def test_suggestion_in_the_text(self):
        problem = run("values = 1\nprint(valeus)")["problem"]
        self.assertEqual(problem["text"], "name 'valeus' is not defined. Did you mean: 'values'?")

    def test_chain(self):
        problem = run("try:\n  1 / 0\nexcept ZeroDivisionError:\n  {}['a']")["problem"]
        self.assertEqual(problem["line"], 4)
        self.assertIn("During handling of the above exception", problem["traceback"])

    def test_source_lines_are_shown(self):
        self.assertIn("print(1 / 0)", run("print(1 / 0)")["problem"]["traceback"])

    def test_group(self):
        problem = run("raise ExceptionGroup('g', [ValueError('a'), KeyError('b')])")["problem"]
        self.assertIn("ValueError and 1 other", problem["explanation"])
        self.assertIn("KeyError: 'b'", problem["traceback"])


if __name__ == "__main__":
    unittest.main()
