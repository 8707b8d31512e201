import threading
import time
import unittest

import judge
from solution import Pool


class Examples(unittest.TestCase):
    def test_makes_calls(self):
        """Answers the result of each call in its future"""
        pool = Pool(2, 4)
        futures = [pool.submit(pow, 2, power) for power in (1, 5, 10)]
        self.assertEqual([future.result() for future in futures], [2, 32, 1024])
        pool.close()

    def test_refuses_when_closed(self):
        """Raises RuntimeError from `submit` after `close`"""
        pool = Pool(1, 0)
        pool.submit(print)
        pool.close()
        for _ in range(2):
            with self.assertRaises(RuntimeError) as caught:
                pool.submit(print)
            self.assertEqual(str(caught.exception), "the pool is closed")


@judge.aspect("threads")
class Places(unittest.TestCase):
    def moments(self, workers, backlog, count):
        """Seconds at which so many calls of 10 seconds each were accepted and began."""
        pool = Pool(workers, backlog)
        start = time.monotonic()
        accepted, began = [], []

        def work():
            began.append(round(time.monotonic() - start))
            time.sleep(10)

        for _ in range(count):
            pool.submit(work)
            accepted.append(round(time.monotonic() - start))
        pool.close()
        return accepted, began

    def test_holds_up_who_is_too_fast(self):
        """Accepts `workers + backlog` calls at once, and then one for each that ends"""
        accepted, _ = self.moments(2, 1, 6)
        self.assertEqual(
            accepted, [0, 0, 0, 10, 10, 20],
            "seconds at which calls of 10 seconds were accepted by 2 workers with a backlog of 1",
        )  # fmt: skip

    def test_without_a_backlog(self):
        """Accepts only what can begin at once when the backlog is 0"""
        accepted, began = self.moments(2, 0, 5)
        self.assertEqual(accepted, [0, 0, 10, 10, 20], "seconds at which calls were accepted")
        self.assertEqual(began, accepted, "seconds at which they began")

    def test_keeps_all_workers_busy(self):
        """Runs `workers` calls at the same time, and no more"""
        _, began = self.moments(3, 5, 8)
        self.assertEqual(began, [0] * 3 + [10] * 3 + [20] * 2, "seconds at which 8 calls began")

    def test_a_failed_call_gives_its_place_back(self):
        """Keeps the exception in the future, and gives the place to the next call"""
        pool = Pool(1, 0)

        def fail(message):
            raise ValueError(message)

        for message in ("first", "second", "third"):
            error = pool.submit(fail, message).exception(60)
            self.assertEqual(str(error), message)
        self.assertEqual(pool.submit(abs, -3).result(60), 3)
        pool.close()

    def test_a_cancelled_call_gives_its_place_back(self):
        """Never makes a cancelled call, and does not lose its place"""
        pool = Pool(1, 1)
        made = []
        for number in range(3):
            first = pool.submit(time.sleep, 10)
            second = pool.submit(made.append, number)
            self.assertTrue(second.cancel(), "cancels a call that has not begun")
            first.result()
        pool.submit(made.append, "last").result(60)
        pool.close()
        self.assertEqual(made, ["last"], "calls that were made")


@judge.aspect("threads")
class Closing(unittest.TestCase):
    def test_waits_for_what_it_accepted(self):
        """Makes all accepted calls before `close` returns, and leaves no thread behind"""
        before = threading.active_count()
        pool = Pool(2, 3)
        start = time.monotonic()
        futures = [pool.submit(time.sleep, 10) for _ in range(5)]
        pool.close()
        took = round(time.monotonic() - start)
        self.assertTrue(all(future.done() for future in futures), "calls that were not through")
        self.assertEqual(took, 30, "seconds for 5 calls of 10 seconds in 2 threads")
        self.assertEqual(threading.active_count(), before, "threads after close")

    def test_tells_those_who_wait(self):
        """Refuses those who were waiting for a place when the pool was closed"""
        pool = Pool(1, 0)
        told = []

        def submit():
            try:
                pool.submit(told.append, "made")
            except RuntimeError as error:
                told.append(str(error))

        pool.submit(time.sleep, 10)
        threads = [threading.Thread(target=submit, name=f"waits {n}") for n in (1, 2, 3)]
        for thread in threads:
            thread.start()
        time.sleep(1)
        pool.close()
        for thread in threads:
            thread.join(60)
        self.assertEqual(told, ["the pool is closed"] * 3, "what three threads were told")


@judge.aspect("threads")
class Schedules(unittest.TestCase):
    def test_two_submit_for_one_place(self):
        """Gives the last place to one of two threads; the other waits"""

        def setup():
            return Pool(1, 0), threading.Event(), []

        def submit(shared):
            pool, go_on, accepted = shared
            pool.submit(go_on.wait)
            accepted.append(1)

        def count(shared):
            _, go_on, accepted = shared
            time.sleep(1)
            inside = len(accepted)
            go_on.set()
            self.assertEqual(inside, 1, "calls accepted by 1 worker without a backlog")

        judge.explore(
            setup,
            threads=[("one", submit), ("other", submit), ("counts", count)],
            check=lambda shared: shared[0].close(),
            schedules=20,
        )

    def test_submit_while_closing(self):
        """Accepts and makes a call, or refuses it, whenever `close` comes"""

        def setup():
            return Pool(1, 0), []

        def submit(shared):
            pool, told = shared
            for number in (1, 2):
                try:
                    pool.submit(abs, number)
                    told.append("accepted")
                except RuntimeError as error:
                    told.append(str(error))

        def close(shared):
            shared[0].close()

        def check(shared):
            self.assertIn(
                shared[1],
                [
                    ["accepted", "accepted"],
                    ["accepted", "the pool is closed"],
                    ["the pool is closed", "the pool is closed"],
                ],
                "what became of two calls",
            )

        judge.explore(setup, threads=[submit, close], check=check, schedules=20)
