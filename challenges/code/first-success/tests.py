import asyncio
import unittest

import judge
from solution import first_success


def mirrors(**answers):
    """A fetch service: each mirror answers (seconds, value); a value that is an error is raised."""

    def answer(mirror):
        value = answers[mirror][1]
        if isinstance(value, Exception):
            raise value
        return value

    return judge.Service(answer, lambda mirror: answers[mirror][0], "fetch")


class Examples(unittest.TestCase):
    def test_first_good_answer(self):
        """Passes over the mirror that refuses and does not wait for the slow one"""
        fetch = mirrors(
            oslo=(4, ConnectionError("refused")), vienna=(6, "from vienna"), lisbon=(9, "late")
        )
        with judge.clock() as clock:
            result = clock.run(first_success(fetch, ["oslo", "vienna", "lisbon"]))
        self.assertEqual(result, "from vienna")
        clock.assert_elapsed(exactly=6)

    def test_one_mirror(self):
        """Returns the answer of the only mirror"""
        fetch = mirrors(oslo=(1, "from oslo"))
        with judge.clock() as clock:
            result = clock.run(first_success(fetch, ["oslo"]))
        self.assertEqual(result, "from oslo")


@judge.aspect("concurrency")
class Race(unittest.TestCase):
    def test_asks_all_at_the_same_time(self):
        """Asks five mirrors at once and takes as long as the fastest"""
        fetch = mirrors(a=(5, "a"), b=(4, "b"), c=(1, "c"), d=(2, "d"), e=(3, "e"))
        with judge.clock() as clock:
            result = clock.run(first_success(fetch, iter("abcde")))
        self.assertEqual(result, "c")
        fetch.assert_concurrency(reaches=5)
        clock.assert_elapsed(exactly=1)

    def test_failures_do_not_end_the_race(self):
        """Waits for the last mirror when the others have failed before it"""
        fetch = mirrors(a=(1, OSError("down")), b=(2, ValueError("error page")), c=(3, "list"))
        with judge.clock() as clock:
            result = clock.run(first_success(fetch, "abc"))
        self.assertEqual(result, "list")
        clock.assert_elapsed(exactly=3)
        judge.assert_no_leaks()

    def test_empty_values_are_results(self):
        """Takes `None`, an empty list or 0 for the success that it is"""
        for value in (None, [], 0):
            fetch = mirrors(a=(1, value), b=(2, "later"))
            with judge.clock() as clock:
                result = clock.run(first_success(fetch, "ab"))
            self.assertEqual(result, value)
            clock.assert_elapsed(exactly=1)


class Failures(unittest.TestCase):
    def test_all_fail(self):
        """Raises all errors as one group, in the order of the mirrors"""
        errors = [OSError("slow to refuse"), ValueError("error page"), TimeoutError("no answer")]
        fetch = mirrors(a=(3, errors[0]), b=(1, errors[1]), c=(2, errors[2]))
        with judge.clock() as clock, self.assertRaises(ExceptionGroup) as caught:
            clock.run(first_success(fetch, "abc"))
        self.assertEqual(list(caught.exception.exceptions), errors)
        clock.assert_elapsed(exactly=3)
        judge.assert_no_leaks()

    def test_the_only_mirror_fails(self):
        """Raises a group even when there is only one error in it"""
        fetch = mirrors(a=(1, OSError("down")))
        with judge.clock() as clock, self.assertRaises(ExceptionGroup) as caught:
            clock.run(first_success(fetch, "a"))
        self.assertEqual(len(caught.exception.exceptions), 1)

    def test_no_mirrors(self):
        """Raises `ValueError` when there is no mirror to ask"""
        with judge.clock() as clock, self.assertRaises(ValueError):
            clock.run(first_success(mirrors(), []))


class Download:
    """A download that needs half a second to close; breaking off may fail with `error`."""

    def __init__(self, seconds, error=None):
        self.seconds = seconds
        self.error = error
        self.open = 0

    async def fetch(self, mirror):
        self.open += 1
        try:
            await asyncio.sleep(self.seconds[mirror])
            return mirror
        except asyncio.CancelledError:
            if self.error is None:
                raise
            raise self.error from None
        finally:
            await asyncio.sleep(0.5)
            self.open -= 1


@judge.aspect("concurrency")
class CleanUp(unittest.TestCase):
    def test_cancels_the_losers(self):
        """Cancels the two slower mirrors when the first has answered"""
        fetch = mirrors(a=(1, "list"), b=(50, "late"), c=(90, OSError("late")))
        with judge.clock() as clock:
            clock.run(first_success(fetch, "abc"))
        clock.assert_elapsed(exactly=1)
        fetch.assert_cancelled(times=2)
        judge.assert_no_leaks()

    def test_waits_for_clean_up(self):
        """Returns when the losers have closed their connections"""
        download = Download({"a": 1, "b": 50, "c": 90})

        async def main():
            return await first_success(download.fetch, "abc"), download.open

        with judge.clock() as clock:
            winner, still_open = clock.run(main())
        self.assertEqual(winner, "a")
        self.assertEqual(still_open, 0, "connections open when the result came")
        clock.assert_elapsed(exactly=2)

    def test_failing_clean_up(self):
        """Returns the result although closing the losers' connections fails"""
        download = Download({"a": 50, "b": 1, "c": 90}, error=OSError("cannot close"))
        with judge.clock() as clock:
            result = clock.run(first_success(download.fetch, "abc"))
        self.assertEqual(result, "b")
        judge.assert_no_leaks()

    def test_outer_cancellation(self):
        """When it is cancelled itself, all fetches are cancelled and cleaned up"""
        download = Download({"a": 50, "b": 50, "c": 50})
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(first_success(download.fetch, "abc"), cancel_after=2)
        clock.assert_elapsed(exactly=2.5)
        self.assertEqual(download.open, 0, "connections open after the cancellation")
        judge.assert_no_leaks()
