"""The stepper's recordings."""

import json
import unittest

from rig import trace


def path(found):
    """Lines and events of the steps in the program."""
    return [(step["line"], step["event"]) for step in found["steps"]]


def variables(frame):
    """A frame's variables by name."""
    return dict(frame["variables"])


class Lines(unittest.TestCase):
    def test_a_loop_line_by_line_with_its_variables(self):
        found = trace("""
            total = 0
            for n in (1, 2):
                total += n
            print(total)
        """)
        self.assertEqual([line for line, _ in path(found)], [1, 2, 3, 2, 3, 2, 4])
        self.assertEqual(variables(found["steps"][-1]["frames"][0]), {"total": "3", "n": "2"})
        self.assertEqual((found["output"], found["failing"], found["cut"]), ("3\n", None, None))

    def test_a_call_has_its_frame_on_top_and_tells_what_it_returns(self):
        found = trace("""
            def double(n):
                return n * 2
            answer = double(4)
        """)
        self.assertEqual(path(found), [(1, "line"), (3, "line"), (2, "line"), (2, "return")])
        last = found["steps"][-1]
        self.assertEqual(last["value"], "8")
        self.assertEqual([f["name"] for f in last["frames"]], ["double", "the program"])
        self.assertEqual([f["state"] for f in last["frames"]], ["running", "calling"])
        self.assertEqual([f["line"] for f in last["frames"]], [2, 3])

    def test_output_is_counted_step_by_step(self):
        found = trace("print('ab')\nprint('c')\nx = 1\n")
        self.assertEqual([step["out"] for step in found["steps"]], [0, 3, 5])

    def test_input_comes_from_the_box(self):
        found = trace("name = input('Who? ')\nprint(name)\n", stdin="Ada\n")
        self.assertIn("Ada", found["output"])

    def test_an_exception_marks_the_step_at_which_it_was_raised(self):
        found = trace("""
            def inner():
                raise ValueError("no")
            def outer():
                inner()
            outer()
        """)
        failing = found["steps"][found["failing"]]
        self.assertEqual((failing["line"], failing["event"]), (2, "raise"))
        self.assertEqual(failing["value"], "ValueError: no")
        self.assertEqual(found["problem"]["line"], 2)

    def test_an_error_that_was_handled_is_not_taken_for_the_last(self):
        found = trace("""
            for n in range(3):
                try:
                    raise KeyError(n)
                except KeyError:
                    pass
            raise KeyError(9)
        """)
        self.assertEqual(found["steps"][found["failing"]]["line"], 6)

    def test_a_program_that_cannot_be_read_has_no_steps(self):
        found = trace("def f(:\n")
        self.assertEqual(found["steps"], [])
        self.assertEqual(found["problem"]["type"], "SyntaxError")

    def test_an_endless_loop_ends_at_the_bound(self):
        found = trace("""
            n = 0
            while True:
                try:
                    n += 1
                except BaseException:
                    pass
        """)
        self.assertEqual((len(found["steps"]), found["cut"]), (5000, "steps"))
        self.assertEqual(found["events"][-1], {"steps": 5000})

    def test_deep_recursion_shows_both_ends_of_the_stack(self):
        found = trace("""
            def down(n):
                return n and down(n - 1)
            down(50)
        """)
        deepest = max(found["steps"], key=lambda step: step["deep"])
        self.assertEqual(deepest["deep"] + len(deepest["frames"]), 52)
        self.assertEqual(deepest["frames"][-1]["name"], "the program")


class Objects(unittest.TestCase):
    def test_two_names_of_one_list_have_one_number(self):
        found = trace("a = [1]\nb = a\nc = [1]\nb.append(2)\nx = 0\n")
        last = found["steps"][-1]
        names = variables(last["frames"][0])
        self.assertEqual(names["a"], names["b"])
        self.assertNotEqual(names["a"], names["c"])
        self.assertEqual(last["objects"][names["a"]]["contents"], ["1", "2"])

    def test_instances_are_shown_without_calling_them(self):
        found = trace("""
            class Node:
                __slots__ = ("value", "next")
                def __init__(self, value, next=None):
                    self.value, self.next = value, next
                def __repr__(self):
                    raise RuntimeError("never called")
            head = Node(1, Node(2))
            x = 0
        """)
        last = found["steps"][-1]
        head = last["objects"][variables(last["frames"][0])["head"]]
        self.assertEqual((head["type"], head["kind"]), ("Node", "fields"))
        fields = dict(head["contents"])
        self.assertEqual(fields["value"], "1")
        following = dict(last["objects"][fields["next"]]["contents"])
        self.assertEqual(following, {"value": "2", "next": "None"})

    def test_nothing_of_an_instance_is_called(self):
        found = trace("""
            called = []
            def note(name):
                called.append(name)
                return 0
            class Odd:
                def __init__(self):
                    self.entries = {}
                    self.size = 0
                def __len__(self): return note("__len__")
                def __bool__(self): return bool(note("__bool__"))
                def __eq__(self, other): return bool(note("__eq__"))
                def __hash__(self): return note("__hash__")
                def __getattr__(self, name): return note(name)
                __class__ = property(lambda self: note("__class__") or Odd)
            class Rows(list):
                def __len__(self): return note("__len__")
                def __iter__(self): return note("__iter__")
            class Task(Odd):
                pass
            odd, rows, task = Odd(), Rows([1]), Task()
            pairs = {"odd": odd, "task": task, "rows": rows}
            x = 0
        """)
        last = found["steps"][-1]
        names = variables(last["frames"][0])
        self.assertEqual(found["problem"], None)
        self.assertEqual(last["objects"][names["called"]]["contents"], [])
        fields = dict(last["objects"][names["odd"]]["contents"])
        self.assertEqual(fields["size"], "0")

    def test_containers_are_bounded(self):
        found = trace("many = list(range(1000))\nitself = {}\nitself['me'] = itself\nx = 0\n")
        last = found["steps"][-1]
        names = variables(last["frames"][0])
        many = last["objects"][names["many"]]
        self.assertEqual((len(many["contents"]), many["more"]), (12, 988))
        self.assertEqual(last["objects"][names["itself"]]["contents"], [["'me'", names["itself"]]])

    def test_plain_values_are_text(self):
        found = trace("n = 10 ** 5000\ns = 'x' * 500\nt = (1, 'a')\nx = 0\n")
        names = variables(found["steps"][-1]["frames"][0])
        self.assertEqual((names["n"], names["t"]), ("a number of many digits", "(1, 'a')"))
        self.assertLess(len(names["s"]), 70)


class Suspended(unittest.TestCase):
    PIPELINE = """
        def numbers():
            yield 1
            yield 2
        def doubled(source):
            for n in source:
                yield n * 2
        pipe = doubled(numbers())
        first = next(pipe)
        second = next(pipe)
    """

    def test_a_generator_that_has_not_begun(self):
        found = trace(self.PIPELINE)
        step = next(step for step in found["steps"] if step["line"] == 8)
        parked = {frame["name"]: frame for frame in step["parked"]}
        self.assertEqual({name: f["state"] for name, f in parked.items()},
                         {"doubled": "created", "numbers": "created"})

    def test_suspended_frames_keep_their_line_and_variables(self):
        found = trace(self.PIPELINE)
        step = next(step for step in found["steps"] if step["line"] == 9)
        parked = {frame["name"]: frame for frame in step["parked"]}
        doubled, numbers = parked["doubled"], parked["numbers"]
        self.assertEqual((doubled["state"], doubled["line"]), ("suspended", 6))
        self.assertEqual(variables(doubled)["n"], "1")
        self.assertEqual(numbers["line"], 2)
        self.assertEqual(numbers["by"], doubled["id"])
        self.assertEqual(variables(doubled)["source"], [numbers["id"]])

    def test_a_running_generator_knows_who_pulls_it(self):
        found = trace(self.PIPELINE)
        step = next(s for s in found["steps"] if s["event"] == "yield" and s["line"] == 2)
        names = [frame["name"] for frame in step["frames"]]
        self.assertEqual(names, ["numbers", "doubled", "the program"])
        inner, middle, outer = step["frames"]
        self.assertEqual((inner["by"], middle["by"]), (middle["id"], outer["id"]))
        self.assertEqual(step["value"], "1")

    def test_a_generator_behind_a_builtin_iterator_is_found(self):
        found = trace("""
            def numbers():
                yield 1
            pairs = enumerate(map(str, numbers()))
            x = 0
        """)
        self.assertEqual([f["name"] for f in found["steps"][-1]["parked"]], ["numbers"])

    def test_yield_from_names_the_frame_it_goes_on_in(self):
        found = trace("""
            def inner():
                yield 1
            def outer():
                yield from inner()
            pipe = outer()
            next(pipe)
            x = 0
        """)
        parked = {frame["name"]: frame for frame in found["steps"][-1]["parked"]}
        self.assertEqual(parked["outer"]["on"], parked["inner"]["id"])

    def test_coroutines_of_other_tasks_wait_for_what_they_wait_for(self):
        found = trace("""
            import asyncio
            async def child(lock):
                async with lock:
                    await asyncio.sleep(0.01)
            async def main():
                lock = asyncio.Lock()
                one = asyncio.create_task(child(lock))
                two = asyncio.create_task(child(lock))
                await asyncio.sleep(0)
                x = 0
                await two
            asyncio.run(main())
        """)
        step = next(step for step in found["steps"] if step["line"] == 10)
        parked = [frame for frame in step["parked"] if frame["name"] == "child"]
        self.assertEqual([frame["state"] for frame in parked], ["waiting", "waiting"])
        self.assertEqual([frame["waits"] for frame in parked], ["0.01 s of sleep", "a lock"])
        later = next(s for s in found["steps"] if s["line"] == 4 and s["event"] == "line"
                     and any(f["name"] == "main" and f["line"] == 11 for f in s["parked"]))
        main = next(frame for frame in later["parked"] if frame["name"] == "main")
        two = next(f for f in later["frames"] if f["name"] == "child")
        self.assertEqual(main["on"], two["id"])

    def test_closing_is_not_put_off_by_looking(self):
        found = trace("""
            def numbers():
                try:
                    yield 1
                finally:
                    print("closed")
            next(numbers())
            print("after")
        """)
        self.assertEqual(found["output"], "closed\nafter\n")


TESTS = """
    import unittest
    from solution import double
    class Examples(unittest.TestCase):
        def test_one(self):
            \"\"\"Doubles\"\"\"
            seen = double(2)
            self.assertEqual(seen, 4)
        def test_bare(self):
            assert double(3) == 6
"""


class OneTest(unittest.TestCase):
    def test_the_failing_assertion_is_a_step_of_the_test(self):
        found = trace("def double(n):\n    return n + 3\n", "Examples.test_one", TESTS)
        failing = found["steps"][found["failing"]]
        self.assertEqual((failing["file"], failing["line"]), ("tests", 7))
        self.assertEqual(variables(failing["frames"][0]), {"seen": "5"})
        self.assertEqual(found["tests"]["7"].strip(), "self.assertEqual(seen, 4)")
        self.assertIn("5", found["message"])
        self.assertIn((2, "return"), path(found))

    def test_a_bare_assert_fails_at_its_line(self):
        found = trace("def double(n):\n    return n + 4\n", "Examples.test_bare", TESTS)
        self.assertEqual(found["steps"][found["failing"]]["line"], 9)

    def test_an_error_in_the_program_is_the_failing_step(self):
        found = trace("def double(n):\n    return n.nope\n", "Examples.test_one", TESTS)
        failing = found["steps"][found["failing"]]
        self.assertEqual((failing["file"], failing["line"], failing["event"]), ("solution", 2, "raise"))

    def test_a_measure_is_left_to_the_check(self):
        tests = """
            import unittest, judge
            from solution import f
            class Examples(unittest.TestCase):
                def test_one(self):
                    judge.assert_peak(f, at_most="4 KiB")
        """
        found = trace("def f():\n    return [0] * 50_000\n", "Examples.test_one", tests)
        self.assertEqual((found["message"], found["cut"]), (None, None))
        self.assertEqual(found["steps"][found["failing"]]["file"], "tests")

    def test_time_that_is_up_cuts_it(self):
        tests = """
            import unittest
            from solution import f
            def spin():
                while True: pass
            class Examples(unittest.TestCase):
                def test_one(self):
                    f()
                    spin()
        """
        found = trace("def f(): return 1\n", "Examples.test_one", tests, seconds=1)
        self.assertEqual((found["message"], found["cut"]), (None, "time"))
        self.assertIn((1, "return"), path(found))

    def test_what_lies_beside_is_there(self):
        files = [{"path": "rates.py", "text": "EURO = 2\n"}]
        code = "from rates import EURO\ndef f(x): return x * EURO\n"
        self.assertIsNone(trace(code, files=files)["problem"])
        tests = "from solution import f\nfrom rates import EURO\ndef test_f(): assert f(1) == EURO\n"
        found = trace(code, test="test_f", tests=tests, files=files)
        self.assertIsNone(found["problem"])
        self.assertIn("f", [step["frames"][0]["name"] for step in found["steps"]])

    def test_steps_of_the_tests_own_generators_are_left_out(self):
        tests = """
            import unittest
            from solution import first
            def endless():
                n = 0
                while True:
                    yield n
                    n += 1
            class Examples(unittest.TestCase):
                def test_one(self):
                    self.assertEqual(first(endless()), 1)
        """
        code = "def first(items):\n    for item in items:\n        return item\n"
        found = trace(code, "Examples.test_one", tests)
        self.assertEqual({s["line"] for s in found["steps"] if s["file"] == "tests"}, {10})
        inside = next(s for s in found["steps"] if s["line"] == 3)
        self.assertEqual([f["name"] for f in inside["parked"]], ["endless"])

    def test_a_test_that_passes_has_no_failing_step(self):
        found = trace("def double(n):\n    return n * 2\n", "Examples.test_one", TESTS)
        self.assertEqual((found["failing"], found["message"]), (None, None))
        self.assertGreater(len(found["steps"]), 3)

    def test_a_program_that_does_not_load_says_so(self):
        found = trace("raise ValueError('x')\n", "Examples.test_one", TESTS)
        self.assertEqual(found["steps"], [])
        self.assertEqual(found["problem"]["type"], "ValueError")

    def test_a_test_that_is_gone(self):
        found = trace("def double(n): return 1\n", "Examples.test_gone", TESTS)
        self.assertIn("no such test", found["message"])

    def test_the_answer_is_the_same_each_time(self):
        code = "def double(n):\n    seen = {n: [n]}\n    return seen\n"
        one, two = (trace(code, "Examples.test_one", TESTS) for _ in range(2))
        self.assertEqual(json.dumps(one), json.dumps(two))
