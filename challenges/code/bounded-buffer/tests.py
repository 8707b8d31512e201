import threading
import time
import unittest

import judge
from solution import Buffer, Closed


class Examples(unittest.TestCase):
    def test_first_in_first_out(self):
        """Hands out items in the order in which they came"""
        buffer = Buffer(2)
        buffer.put("a")
        buffer.put("b")
        self.assertEqual(buffer.get(), "a")
        buffer.put("c")
        self.assertEqual([buffer.get(), buffer.get()], ["b", "c"])

    def test_empties_after_close(self):
        """Hands out what is left after `close`, and then raises Closed"""
        buffer = Buffer(2)
        buffer.put("a")
        buffer.put("b")
        buffer.close()
        self.assertEqual([buffer.get(), buffer.get()], ["a", "b"])
        with self.assertRaises(Closed):
            buffer.get()
        with self.assertRaises(Closed):
            buffer.get()


class Edges(unittest.TestCase):
    def test_none_is_an_item(self):
        """None, 0 and an empty string are items like any other"""
        buffer = Buffer(3)
        for item in (None, 0, ""):
            buffer.put(item)
        self.assertEqual([buffer.get() for _ in range(3)], [None, 0, ""])

    def test_takes_nothing_after_close(self):
        """Raises Closed from `put` after `close`, with room or without"""
        for count in (0, 1):
            buffer = Buffer(1)
            for item in range(count):
                buffer.put(item)
            buffer.close()
            buffer.close()
            with self.assertRaises(Closed):
                buffer.put("late")
            self.assertEqual([buffer.get() for _ in range(count)], list(range(count)))

    @judge.aspect("style")
    def test_is_written_with_threading(self):
        """Does without the `queue` module"""
        judge.forbids("import queue")


@judge.aspect("threads")
class Waiting(unittest.TestCase):
    def test_holds_up_who_is_too_fast(self):
        """Lets `put` wait while the buffer is full, and go on the moment there is room"""
        buffer = Buffer(2)
        start, moments = time.monotonic(), []

        def produce():
            for item in range(4):
                buffer.put(item)
                moments.append(round(time.monotonic() - start, 3))

        thread = threading.Thread(target=produce, name="producer")
        thread.start()
        for _ in range(4):
            time.sleep(1.2345)
            buffer.get()
        thread.join()
        self.assertEqual(moments[:2], [0, 0], "seconds at which the first two were in")
        expected = [1.234, 2.469]
        for moment, right in zip(moments[2:], expected):
            self.assertAlmostEqual(
                moment, right, delta=0.003, msg="seconds at which a put into the full buffer ended"
            )

    def test_waits_for_an_item(self):
        """Lets `get` wait while the buffer is empty, and go on the moment there is an item"""
        buffer = Buffer(1)
        start, moments = time.monotonic(), []

        def consume():
            buffer.get()
            moments.append(time.monotonic() - start)

        thread = threading.Thread(target=consume, name="consumer")
        thread.start()
        time.sleep(7.2345)
        buffer.put("item")
        thread.join()
        self.assertAlmostEqual(
            moments[0], 7.2345, delta=0.003, msg="seconds at which the get ended"
        )

    def test_close_wakes_everybody(self):
        """Wakes all who wait when it is closed, on both sides"""

        def refused(work):
            try:
                work()
            except Closed:
                ended.append("closed")

        for count, side in ((0, "get"), (1, "put")):
            ended = []
            buffer = Buffer(1)
            for item in range(count):
                buffer.put(item)
            work = buffer.get if side == "get" else lambda b=buffer: b.put("more")
            threads = [
                threading.Thread(target=refused, args=(work,), name=f"{side} {number}")
                for number in (1, 2)
            ]
            for thread in threads:
                thread.start()
            time.sleep(1)
            self.assertEqual(ended, [], "ended before the buffer was closed")
            buffer.close()
            for thread in threads:
                thread.join()
            self.assertEqual(ended, ["closed"] * 2, f"how two threads that waited in {side} ended")


@judge.aspect("threads")
class Schedules(unittest.TestCase):
    def test_two_consumers_of_one_item(self):
        """Gives one item to one of two consumers; the other learns of the end"""

        def consume(shared):
            buffer, got = shared
            try:
                got.append(buffer.get())
            except Closed:
                got.append("closed")

        def produce(shared):
            shared[0].put("item")
            time.sleep(1)
            shared[0].close()

        def check(shared):
            self.assertCountEqual(shared[1], ["item", "closed"], "what two consumers got")

        judge.explore(
            lambda: (Buffer(1), []),
            threads=[("first", consume), ("producer", produce), ("second", consume)],
            check=check,
            schedules=24,
        )

    def test_many_on_both_sides(self):
        """Lets two producers and two consumers through a single place"""

        def put(item):
            return lambda shared: shared[0].put(item)

        def get(shared):
            shared[1].append(shared[0].get())

        def check(shared):
            self.assertCountEqual(shared[1], ["a", "b"], "what the two consumers got")

        judge.explore(
            lambda: (Buffer(1), []),
            threads=[
                ("consumer 1", get),
                ("consumer 2", get),
                ("puts a", put("a")),
                ("puts b", put("b")),
            ],
            check=check,
            schedules=24,
        )

    def test_never_too_full(self):
        """Never lets more in than there are places"""

        def put(shared):
            try:
                shared[0].put("item")
                shared[1].append("in")
            except Closed:
                shared[1].append("closed")

        def close(shared):
            time.sleep(1)
            shared[0].close()

        def check(shared):
            self.assertCountEqual(
                shared[1], ["in", "closed"], "how two puts into one free place ended"
            )

        def setup():
            buffer = Buffer(2)
            buffer.put("before")
            return buffer, []

        judge.explore(
            setup,
            threads=[("one", put), ("other", put), ("closer", close)],
            check=check,
            schedules=24,
        )
