"""`judge.explore`: right programs pass, wrong ones fail, and the learner is told why."""

import unittest

import _dryrun
import judge
from judge import threads
from learner import Case, learner

threads.connect(_dryrun)
threads.use_virtual_time()

COUNTER = """
    import threading
    class Counter:
        def __init__(self):
            self.value = 0
            self.lock = threading.Lock()
        def increment(self):
            {}
"""


def counter(*lines):
    return learner(COUNTER.format("\n            ".join(lines)))


def explore_counter(program, **options):
    def twice(shared):
        shared.increment()
        shared.increment()

    def total(shared):
        assert shared.value == 4, f"{shared.value} != 4"

    judge.explore(program.Counter, threads=[twice, twice], check=total, **options)


class LostUpdates(Case):
    def test_a_lock_around_it_passes(self):
        explore_counter(counter("with self.lock:", "    value = self.value", "    self.value = value + 1"))
        (evidence,) = judge.evidence.collect()
        self.assertEqual(evidence["text"], "200 schedules of twice 1 and twice 2 tried; none broke anything.")

    def test_two_lines_lose_an_update(self):
        program = counter("value = self.value", "self.value = value + 1")
        with self.fails(
            "An update is lost: twice 1 read `self.value` on your line 7 (`value = self.value`), "
            "twice 2 changed it meanwhile, and then your line 8 (`self.value = value + 1`) wrote "
            "over that.",
            line=8,
        ) as caught:
            explore_counter(program)
        self.assertEqual((caught.failure.expected, caught.failure.actual), ("4", "2"))
        (evidence,) = judge.evidence.collect()
        self.assertEqual(evidence["kind"], "interleaving")
        self.assertEqual(evidence["threads"], ["twice 1", "twice 2"])
        lines = [(step["thread"], step["line"]) for step in evidence["steps"]]
        self.assertEqual(lines[:4], [("twice 1", 7), ("twice 2", 7), ("twice 2", 8), ("twice 2", 7)])
        self.assertEqual(evidence["steps"][0]["note"], "is interrupted after this")

    def test_one_line_loses_an_update_too(self):
        with self.fails("An update is lost: twice 1 read `self.value`, twice 2 changed it", line=7):
            explore_counter(counter("self.value += 1"))
        (evidence,) = judge.evidence.collect()
        self.assertIn(
            "Twice 1 runs line 7 (`self.value += 1`) and is interrupted after this; "
            "twice 2 runs line 7 (`self.value += 1`) 2 times; "
            "twice 1 finishes line 7 and runs it 1 time more.",
            evidence["text"],
        )

    def test_a_lock_of_its_own_each_time_is_none(self):
        with self.fails("An update is lost", line=8):
            explore_counter(counter("with threading.Lock():", "    self.value += 1"))

    def test_the_same_seed_gives_the_same_schedule(self):
        told = []
        for seed in (None, None, lambda: told[0]["seed"]):
            seed = seed and seed()
            program = counter("value = self.value", "self.value = value + 1")
            try:
                explore_counter(program, seed=seed)
            except judge.Failure:
                (evidence,) = judge.evidence.collect()
                told.append(evidence)
        self.assertEqual(told[1:], [told[0], told[0]])


class Order(Case):
    def test_check_then_act(self):
        source = """
            class Cache:
                def __init__(self):
                    self.data = {{}}
                    self.calls = 0
                    self.lock = __import__("threading").Lock()
                def get(self, key):
                    {}
        """
        def run(*lines):
            program = learner(source.format("\n                    ".join(lines)))
            judge.explore(
                program.Cache,
                threads=[lambda cache: cache.get(1), lambda cache: cache.get(1)],
                check=lambda cache: self.assertEqual(cache.calls, 1, "loads of one key"),
            )
        work = ["if key not in self.data:", "    self.calls += 1", "    self.data[key] = key"]
        run("with self.lock:", *["    " + line for line in work])
        with self.fails("Loads of one key: 1 was expected at the end, and there is 2.", line=7) as caught:
            run(*work)
        self.assertEqual(caught.failure.actual, "2")

    def test_deadlock_by_order(self):
        source = """
            import threading
            class Accounts:
                def __init__(self):
                    self.a, self.b = threading.Lock(), threading.Lock()
            def move(first, second):
                with first:
                    with second:
                        pass
        """
        program = learner(source)
        forth = lambda s: program.move(s.a, s.b)  # noqa: E731
        back = lambda s: program.move(s.b, s.a)  # noqa: E731
        judge.explore(program.Accounts, threads=[forth, forth])
        with self.fails("Your threads wait for each other for ever.", line=7) as caught:
            judge.explore(program.Accounts, threads=[("forth", forth), ("back", back)])
        self.assertIn(
            "Forth waits on your line 7 (`with second:`) for the lock that back holds since your "
            "line 6 (`with first:`); back waits on your line 7 (`with second:`) for the lock that "
            "forth holds since your line 6",
            str(caught.failure),
        )
        evidence = judge.evidence.collect()[-1]
        self.assertEqual([each["heldBy"] for each in evidence["waits"][-2:]], ["back", "forth"])
        judge.settle()

    def test_an_exception_in_a_thread(self):
        program = learner("""
            items = [1]
            def take(_):
                if items:
                    items.pop()
        """)
        def refill():
            program.items[:] = [1]
        with self.fails("raises IndexError('pop from empty list') on your line 4", line=4):
            judge.explore(refill, threads=[program.take, program.take])

    def test_a_lock_held_at_the_end(self):
        program = learner("""
            import threading
            def make(): return threading.Lock()
            def use(lock):
                lock.acquire()
                if len("x") == 1:
                    return
                lock.release()
            def once(lock):
                return lock.acquire(blocking=False)
        """)
        judge.explore(program.make, threads=[program.once, program.once])
        with self.fails("still holds a lock, which it took on your line 4", line=4):
            judge.explore(program.make, threads=[program.use])

    def test_queues_and_conditions_pass(self):
        program = learner("""
            import queue, threading
            class Box:
                def __init__(self):
                    self.items, self.got = [], []
                    self.condition = threading.Condition()
                    self.queue = queue.Queue(1)
                def put(self):
                    for n in range(2):
                        with self.condition:
                            self.items.append(n)
                            self.condition.notify()
                        self.queue.put(n)
                def take(self):
                    for _ in range(2):
                        with self.condition:
                            while not self.items:
                                self.condition.wait()
                            self.got.append(self.items.pop())
                        self.queue.get()
        """)
        judge.explore(
            program.Box, threads=[program.Box.put, program.Box.take],
            check=lambda box: self.assertEqual(sorted(box.got), [0, 1]), schedules=100,
        )

    def test_a_notification_that_nobody_hears(self):
        program = learner("""
            import threading
            class Flag:
                def __init__(self):
                    self.ready, self.condition = False, threading.Condition()
                def wait(self):
                    if not self.ready:
                        with self.condition:
                            self.condition.wait()
                def set(self):
                    self.ready = True
                    with self.condition:
                        self.condition.notify_all()
        """)
        with self.fails("for a condition that nobody notifies", line=8):
            judge.explore(program.Flag, threads=[program.Flag.wait, program.Flag.set])

    def test_a_thread_that_spins_lets_the_other_go_on(self):
        program = learner("""
            class Flag:
                done = False
                def spin(self):
                    while not self.done:
                        pass
                def set(self):
                    self.done = True
        """)
        judge.explore(program.Flag, threads=[program.Flag.spin, program.Flag.set], schedules=20)
