"""Rules about how a program is written."""

import judge
from learner import Case, learner


class Rules(Case):
    SOURCE = """
        import heapq
        from itertools import islice as cut
        import os.path
        def first(items, n):
            return list(cut(sorted(items), n))
        def count(n):
            total = 0
            while n:
                n -= 1
                yield total
            items = [x for x in range(3)]
            items.sort()
            heapq.heapify(items)
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
        async def main(lock):
            async with lock:
                await lock.wait()
        def own(max):
            return max
    """

    def setUp(self):
        learner(self.SOURCE)

    def test_forbidden_things_are_found_at_their_line(self):
        for rule, line in (
            ("sorted", 5), ("import heapq", 1), ("import itertools", 2), ("import os", 3), ("import itertools.islice", 2),
            ("while", 8), ("yield", 10), ("list comprehension", 11), ("comprehension", 11),
            (".sort", 12), ("sort", 12), ("heapq.heapify", 13), ("itertools.islice", 2),
            ("islice", 2), ("recursion", 15), ("async with", 17), ("await", 18), ("with", 17),
            ("if", 15), ("def", 4), ("async def", 16),
        ):
            with self.subTest(rule):
                with self.fails(f"This exercise asks you to do without `{rule}`; your line {line} ",
                                line=line):
                    judge.forbids(rule)

    def test_absent_things_are_not(self):
        judge.forbids(
            "eval", "import re", "for", "lambda", "yield from", ".append", "heapq.merge", "max",
            "try", "generator expression", "global", "async for", "import islice", "import path",
        )

    def test_required_things(self):
        judge.requires("yield", "sorted", "import heapq", "recursion", "async with")
        with self.fails("This exercise asks you to use `yield from`, and your program does not."):
            judge.requires("yield", "yield from")

    def test_the_line_is_quoted(self):
        with self.fails("your line 8 (`while n:`) uses it.", line=8):
            judge.forbids("for", "while")

    def test_import_by_name(self):
        learner("json = __import__('json')\ndump = json.dumps")
        with self.fails("do without `import json`", line=1):
            judge.forbids("import json")

    def test_odd_rules_are_the_authors_mistake(self):
        with self.assertRaisesRegex(ValueError, "unknown rule 'no loops!'"):
            judge.forbids("no loops!")
