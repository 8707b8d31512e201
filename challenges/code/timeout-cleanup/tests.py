import asyncio
import unittest

import judge
from solution import fresh_or_cached


class Pool:
    """Lends one connection; taking it back needs `closing` seconds and may fail."""

    def __init__(self, query=10.0, closing=0.5, error=None):
        self.query = query
        self.closing = closing
        self.error = error
        self.lent = 0

    async def load(self):
        self.lent += 1
        try:
            await asyncio.sleep(self.query)
            return "fresh"
        finally:
            await asyncio.sleep(self.closing)
            self.lent -= 1
            if self.error is not None:
                raise self.error


class Examples(unittest.TestCase):
    def test_fresh_in_time(self):
        """Returns the fresh result that comes within the time"""
        load = judge.Service(lambda: "fresh", seconds=0.1, name="load")
        with judge.clock() as clock:
            result = clock.run(fresh_or_cached(load, seconds=2, cached="cached"))
        self.assertEqual(result, "fresh")

    def test_cached_when_too_slow(self):
        """Returns the cached result when the fresh one takes too long"""
        load = judge.Service(lambda: "fresh", seconds=9, name="load")
        with judge.clock() as clock:
            result = clock.run(fresh_or_cached(load, seconds=2, cached="cached"))
        self.assertEqual(result, "cached")


@judge.aspect("concurrency")
class Deadline(unittest.TestCase):
    def test_returns_as_soon_as_there_is_a_result(self):
        """Does not sit out the time when the result is there"""
        load = judge.Service(lambda: [], seconds=0.25, name="load")
        with judge.clock() as clock:
            result = clock.run(fresh_or_cached(load, seconds=60, cached=["cached"]))
        clock.assert_elapsed(exactly=0.25)
        self.assertEqual(result, [])
        judge.assert_no_leaks()

    def test_cancels_at_the_deadline(self):
        """Cancels the load when the time is up"""
        load = judge.Service(lambda: "fresh", seconds=9, name="load")
        with judge.clock() as clock:
            clock.run(fresh_or_cached(load, seconds=2, cached="cached"))
        clock.assert_elapsed(exactly=2)
        load.assert_cancelled(times=1)
        judge.assert_no_leaks()

    def test_waits_for_clean_up(self):
        """Answers only when the cancelled load has given its connection back"""
        pool = Pool(query=10, closing=0.5)

        async def main():
            result = await fresh_or_cached(pool.load, seconds=2, cached="cached")
            return result, pool.lent

        with judge.clock() as clock:
            result, lent = clock.run(main())
        self.assertEqual(lent, 0, "connections still lent when the answer came")
        self.assertEqual(result, "cached")
        clock.assert_elapsed(exactly=2.5)

    def test_page_goes_on(self):
        """After a timeout the same task can go on and use the connection again"""
        pool = Pool(query=10, closing=0.5)

        async def main():
            first = await fresh_or_cached(pool.load, seconds=2, cached="cached")
            pool.query = 1
            return first, await fresh_or_cached(pool.load, seconds=2, cached="cached")

        with judge.clock() as clock:
            answers = clock.run(main())
        self.assertEqual(answers, ("cached", "fresh"))
        clock.assert_elapsed(exactly=4)


class Errors(unittest.TestCase):
    def test_error_of_the_load(self):
        """Lets an error of the load out, at the moment that it happens"""

        def refuse():
            raise ConnectionError("refused")

        load = judge.Service(refuse, seconds=1, name="load")
        with judge.clock() as clock, self.assertRaisesRegex(ConnectionError, "refused"):
            clock.run(fresh_or_cached(load, seconds=2, cached="cached"))
        clock.assert_elapsed(exactly=1)

    def test_timeout_of_the_load_itself(self):
        """Does not take a `TimeoutError` of the load for its own"""

        def time_out():
            raise TimeoutError("no free connection")

        load = judge.Service(time_out, seconds=1, name="load")
        with judge.clock() as clock, self.assertRaisesRegex(TimeoutError, "no free connection"):
            clock.run(fresh_or_cached(load, seconds=2, cached="cached"))

    def test_error_in_clean_up(self):
        """Lets an error out that the clean-up raises after the deadline"""
        pool = Pool(error=RuntimeError("connection lost"))
        with judge.clock() as clock, self.assertRaisesRegex(RuntimeError, "connection lost"):
            clock.run(fresh_or_cached(pool.load, seconds=2, cached="cached"))
        judge.assert_no_leaks()


@judge.aspect("concurrency")
class Cancellation(unittest.TestCase):
    def test_before_the_deadline(self):
        """Comes out as cancellation, after the load has cleaned up"""
        pool = Pool(query=10, closing=0.5)
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(fresh_or_cached(pool.load, seconds=5, cached="cached"), cancel_after=1)
        clock.assert_elapsed(exactly=1.5)
        self.assertEqual(pool.lent, 0, "connections still lent after the cancellation")
        judge.assert_no_leaks()

    def test_during_clean_up(self):
        """Comes out as cancellation even when the time was up already"""
        pool = Pool(query=10, closing=4)
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(fresh_or_cached(pool.load, seconds=2, cached="cached"), cancel_after=3)
        judge.assert_no_leaks()

    def test_shorter_deadline_around_it(self):
        """Obeys a shorter time limit around the whole page"""
        load = judge.Service(lambda: "fresh", seconds=9, name="load")

        async def page():
            async with asyncio.timeout(1):
                return await fresh_or_cached(load, seconds=5, cached="cached")

        with judge.clock() as clock, self.assertRaises(TimeoutError):
            clock.run(page())
        clock.assert_elapsed(exactly=1)
        load.assert_cancelled(times=1)
