"""Arguments and module left as they were."""

import judge
from learner import Case, learner


class Unchanged(Case):
    def setUp(self):
        self.program = learner("""
            def copy_sort(items):
                return sorted(items)
            def sort(items):
                items.sort()
            def nested(data):
                data["b"][1].append(4)
            def rename(thing):
                thing.name = "new"
            def grow(items):
                items.append(0)
            def reorder(table):
                table["a"] = table.pop("a")
        """)

    def test_a_pure_function_passes(self):
        ring = [3, 1]
        ring.append(ring)
        with judge.unchanged([3, 1], {"a": {1, 2}}, ring, "text", None):
            self.program.copy_sort([2, 1])

    def test_changes_are_told_with_their_path(self):
        class Thing:
            def __init__(self):
                self.name = "old"

        class Slotted:
            __slots__ = ("name",)

            def __init__(self):
                self.name = "old"

        for name, value, told in (
            ("sort", [2, 1], "the argument[0] was 2 and is now 1"),
            ("nested", {"a": 1, "b": (0, [1])}, "the argument['b'][1] was [1] and is now [1, 4]"),
            ("rename", Thing(), "the argument.name was 'old' and is now 'new'"),
            ("rename", Slotted(), "the argument.name was 'old' and is now 'new'"),
            ("grow", [1], "the argument was [1] and is now [1, 0]"),
            ("reorder", {"a": 1, "b": 2}, "the argument has its keys changed or reordered"),
        ):
            with self.subTest(name):
                with self.fails(f"Your program changed what it was given: {told}"):
                    with judge.unchanged(value):
                        getattr(self.program, name)(value)

    def test_the_argument_is_numbered_among_several(self):
        value = [2, 1]
        with self.fails("the 2nd argument[0] was 2 and is now 1"):
            with judge.unchanged((), value):
                self.program.sort(value)

    def test_an_error_inside_comes_out(self):
        with self.assertRaises(KeyError), judge.unchanged([]):
            raise KeyError


class NoGlobals(Case):
    def test_local_state_passes(self):
        program = learner("""
            LIMITS = [1, 2]
            def count(items):
                counts = {}
                for item in items:
                    counts[item] = counts.get(item, 0) + 1
                return counts
        """)
        with judge.no_globals():
            program.count("abca")

    def test_what_is_left_behind_is_named_with_its_line(self):
        for source, line, told in (
            ("seen = []\ndef f(x):\n    seen.append(x)", 1, "seen was [] and is now [5]"),
            ("def f(x, seen=[]):\n    seen.append(x)", 1,
             "default value of f()[0] was [] and is now [5]"),
            ("def f(x):\n    f.last = x", 1, "attributes of f() was {} and is now {'last': 5}"),
            ("class Box:\n    made = {}\ndef f(x):\n    Box.made[x] = 1", 1,
             "Box.made was {} and is now {5: 1}"),
            ("last = 0\ndef f(x):\n    global last\n    last = x", 1, "last was 0 and is now 5"),
            ("def f(x):\n    global last\n    last = x", None, "last is new"),
        ):
            program = learner(source)
            with self.subTest(source):
                with self.fails(f"A call left something behind in your module, so a second call "
                                f"may act differently: {told}.", line=line):
                    with judge.no_globals():
                        program.f(5)
