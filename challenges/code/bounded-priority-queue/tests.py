import random
import unittest

import judge
from judge import strategies as st
from solution import AlertQueue


class Examples(unittest.TestCase):
    def test_the_most_urgent_comes_first(self):
        """Hands out the most urgent alert first"""
        queue = AlertQueue(3)
        for host, urgency in (("web3", 2), ("db1", 5), ("tv", 1)):
            self.assertIsNone(queue.push({"host": host}, urgency))
        self.assertEqual([queue.pop()["host"] for _ in range(3)], ["db1", "web3", "tv"])

    def test_the_least_urgent_gives_way(self):
        """Returns the least urgent alert when there is no room, even the one just pushed"""
        queue = AlertQueue(2)
        queue.push({"host": "db1"}, 5)
        queue.push({"host": "web3"}, 2)
        self.assertEqual(queue.push({"host": "db2"}, 5), {"host": "web3"})
        self.assertEqual(queue.push({"host": "tv"}, 1), {"host": "tv"})
        self.assertEqual([queue.pop()["host"] for _ in range(2)], ["db1", "db2"])


class Rules(unittest.TestCase):
    def test_equals_come_out_in_order_of_arrival(self):
        """Hands out equally urgent alerts in the order they were pushed"""
        queue = AlertQueue(6)
        for alert, urgency in zip("abcdef", (2, 7, 2, 7, 2, 7)):
            queue.push(alert, urgency)
        self.assertEqual("".join(queue.pop() for _ in range(6)), "bdface")

    def test_of_the_least_urgent_the_newest_gives_way(self):
        """Gives up the newest of several least urgent alerts"""
        queue = AlertQueue(3)
        for alert in "abc":
            queue.push(alert, 4)
        self.assertEqual(queue.push("d", 4), "d")
        self.assertEqual(queue.push("e", 9), "c")
        self.assertEqual([queue.pop() for _ in range(3)], ["e", "a", "b"])

    def test_alerts_are_never_compared(self):
        """Never compares or hashes alerts, and keeps equal ones apart"""
        queue = AlertQueue(3)
        queue.push(Opaque(), 1)
        for _ in range(3):
            queue.push({"host": "db1"}, 1)
        first = queue.pop()
        self.assertIsInstance(first, Opaque)
        self.assertEqual([queue.pop(), queue.pop()], [{"host": "db1"}] * 2)
        for alert in (Opaque(), Opaque(), Opaque(), Opaque()):
            queue.push(alert, 1)
        self.assertEqual(len(queue), 3)

    def test_an_empty_queue_has_nothing_to_pop(self):
        """Raises `IndexError` on an empty queue, which stays usable"""
        queue = AlertQueue(2)
        with self.assertRaises(IndexError):
            queue.pop()
        queue.push("a", 1)
        queue.pop()
        with self.assertRaises(IndexError):
            queue.pop()
        queue.push("b", 1)
        self.assertEqual((len(queue), queue.pop(), len(queue)), (1, "b", 0))

    def test_needs_room_for_one_alert(self):
        """Raises `ValueError` for a capacity below 1 and works with 1"""
        with self.assertRaises(ValueError):
            AlertQueue(0)
        queue = AlertQueue(1)
        self.assertIsNone(queue.push("a", 1))
        self.assertEqual((queue.push("b", 2), queue.pop()), ("a", "b"))

    def test_behaves_like_a_sorted_list(self):
        """Agrees with a list that is sorted after each call, on any series of calls"""
        call = st.one_of(st.integers(0, 4), st.just("pop"))
        judge.property(
            st.lists(call, max_size=40),
            lambda calls: replay(AlertQueue(3), calls),
            oracle=lambda calls: replay(SortedQueue(3), calls),
            runs=200,
        )

    def test_keeps_its_order_through_a_long_shift(self):
        """Agrees with a sorted list through thousands of calls, calm and storm by turns"""
        draw = random.Random(7)
        calls = []
        for pops in (1, 3, 1, 3, 1, 3):
            for _ in range(500):
                calls.append("pop" if draw.randrange(4) < pops else draw.randrange(50))
        answers = zip(calls, replay(AlertQueue(20), calls), replay(SortedQueue(20), calls))
        for number, (call, answer, right) in enumerate(answers, 1):
            self.assertEqual(answer, right, f"(answer, length) after call {number}, {call!r}")


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_a_push_on_a_full_queue(self):
        """Finds the alert that gives way without going through the queue"""

        def storm(queue):
            for alert in range(len(queue)):
                queue.push(alert, alert * 7_919 % 10_007)

        assert_near_linear(storm)

    def test_a_pop(self):
        """Finds the most urgent alert without going through the queue"""

        def drain(queue):
            while len(queue):
                queue.pop()

        assert_near_linear(drain)


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_a_storm_leaves_nothing_behind(self):
        """Holds no more than its capacity while a storm of alerts goes by"""

        def run():
            queue = AlertQueue(32)
            for alert in range(4_000):
                queue.push(bytes(1_000), alert)

        judge.assert_peak(run, at_most="256 KiB")

    def test_a_quiet_year_leaves_nothing_behind(self):
        """Needs no more memory after thousands of pushes and pops than after a few"""

        def run():
            queue = AlertQueue(32)
            for alert in range(8_000):
                queue.push(alert, alert % 5)
                queue.pop()

        judge.assert_peak(run, at_most="128 KiB")


class Opaque:
    """An alert that refuses to be compared or hashed."""

    __hash__ = None

    def __eq__(self, other):
        raise AssertionError("alerts must not be compared")

    __lt__ = __le__ = __gt__ = __ge__ = __ne__ = __eq__


class SortedQueue:
    """A list of (urgency, alert), sorted after each push; the sort is stable."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = []

    def push(self, alert, urgency):
        self.entries.append((urgency, alert))
        self.entries.sort(key=lambda entry: -entry[0])
        return self.entries.pop()[1] if len(self.entries) > self.capacity else None

    def pop(self):
        return self.entries.pop(0)[1]

    def __len__(self):
        return len(self.entries)


def replay(queue, calls):
    """Push with each number as urgency, or pop; return every answer with the length after it."""
    answers = []
    for turn, call in enumerate(calls):
        if call != "pop":
            answer = queue.push(f"alert {turn}", call)
        elif len(queue):
            answer = queue.pop()
        else:
            answer = "empty"
        answers.append((answer, len(queue)))
    return answers


def full(kind, n):
    """A full queue of n alerts of mixed urgency."""
    queue = kind(n)
    draw = random.Random(n)
    for alert in range(n):
        queue.push(alert, draw.randrange(5_000))
    return queue


def assert_near_linear(work):
    """Measure `work` on full queues of growing capacity, the model's beside it."""
    judge.assert_growth(
        lambda n: (full(AlertQueue, n), full(judge.reference.AlertQueue, n)),
        lambda queues: work(queues[0]),
        at_most="n log n",
        sizes=[256, 512, 1024, 2048],
        reference=lambda queues: work(queues[1]),
    )
