import asyncio
import unittest

import judge
from solution import bounded_gather


class Examples(unittest.TestCase):
    def test_keeps_the_order_of_the_input(self):
        """Returns results in the order of the input, not of finishing"""
        stock = judge.Service(lambda product: product * 10, lambda product: 1 / product, "stock")
        with judge.clock() as clock:
            result = clock.run(bounded_gather((stock(n) for n in [1, 2, 3]), limit=2))
        self.assertEqual(result, [10, 20, 30])

    def test_no_calls(self):
        """Returns an empty list for no calls"""
        with judge.clock() as clock:
            result = clock.run(bounded_gather([], limit=5))
        self.assertEqual(result, [])


@judge.aspect("concurrency")
class Concurrency(unittest.TestCase):
    def test_never_exceeds_the_limit(self):
        """Keeps at most four of twenty calls in flight"""
        fetch = judge.Service(name="fetch")
        with judge.clock() as clock:
            result = clock.run(bounded_gather([fetch(n) for n in range(20)], limit=4))
        fetch.assert_concurrency(max=4)
        self.assertEqual(result, list(range(20)))

    def test_runs_side_by_side(self):
        """Twenty one-second calls, four at a time, take five seconds"""
        fetch = judge.Service(name="fetch")
        with judge.clock() as clock:
            clock.run(bounded_gather([fetch(n) for n in range(20)], limit=4))
        fetch.assert_concurrency(reaches=4)
        clock.assert_elapsed(at_most=5)

    def test_refills_a_free_slot_at_once(self):
        """One slow call holds up one slot, not the whole batch"""
        fetch = judge.Service(seconds=lambda n: 9 if n == 0 else 1, name="fetch")
        with judge.clock() as clock:
            result = clock.run(bounded_gather((fetch(n) for n in range(10)), limit=2))
        clock.assert_elapsed(at_most=9)
        self.assertEqual(result, list(range(10)))

    def test_limit_above_the_number_of_calls(self):
        """Runs all three calls at once when the limit is fifty"""
        fetch = judge.Service(name="fetch")
        with judge.clock() as clock:
            result = clock.run(bounded_gather((fetch(n) for n in range(3)), limit=50))
        clock.assert_elapsed(at_most=1)
        self.assertEqual(result, [0, 1, 2])


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_takes_a_call_only_for_a_free_slot(self):
        """Never holds more calls than it has slots"""
        unfinished = []

        def finish(n):
            unfinished.append(calls.pulled - len(unfinished))
            return n

        fetch = judge.Service(finish, name="fetch")
        calls = judge.Source((fetch(n) for n in range(30)), name="calls")
        with judge.clock() as clock:
            clock.run(bounded_gather(calls, limit=3))
        most = max(unfinished)
        self.assertLessEqual(most, 3, "calls taken from the input and not finished, with limit=3")


@judge.aspect("concurrency")
class Errors(unittest.TestCase):
    def fail_on(self, failing, error):
        def handle(n):
            if n == failing:
                raise error
            return n

        return handle

    def test_cancels_the_calls_in_flight(self):
        """Cancels the other calls at the moment that one fails"""
        fetch = judge.Service(
            self.fail_on(1, OSError("refused")), lambda n: 1 if n == 1 else 10, "fetch"
        )
        with judge.clock() as clock, self.assertRaises(OSError):
            clock.run(bounded_gather([fetch(n) for n in range(3)], limit=3))
        clock.assert_elapsed(exactly=1)
        fetch.assert_cancelled(times=2)
        judge.assert_no_leaks()

    def test_raises_the_first_error_itself(self):
        """Raises the first error, not a group and not a later one"""
        first = OSError("refused")

        async def slow():
            try:
                await asyncio.sleep(10)
            finally:
                raise RuntimeError("clean-up failed as well")

        async def failing():
            await asyncio.sleep(1)
            raise first

        with judge.clock() as clock, self.assertRaises(Exception) as caught:
            clock.run(bounded_gather([slow(), failing(), slow()], limit=3))
        raised = caught.exception
        self.assertIs(raised, first)

    def test_waits_for_clean_up(self):
        """Raises only when the cancelled calls have cleaned up"""
        closed = []

        async def download(name):
            try:
                await asyncio.sleep(10)
            finally:
                await asyncio.sleep(0.5)
                closed.append(name)

        async def failing():
            await asyncio.sleep(1)
            raise OSError("refused")

        async def main():
            try:
                await bounded_gather([download("a"), failing(), download("b")], limit=3)
            except OSError:
                return sorted(closed)

        with judge.clock() as clock:
            closed_by_then = clock.run(main())
        self.assertEqual(closed_by_then, ["a", "b"], "downloads closed when the error came out")
        judge.assert_no_leaks()

    def test_starts_nothing_after_an_error(self):
        """Takes no more calls from a long input once a call has failed"""
        fetch = judge.Service(
            self.fail_on(4, OSError("refused")), lambda n: 0.5 if n == 4 else 1, "fetch"
        )
        calls = judge.Source((fetch(n) for n in range(1_000)), name="calls")
        with judge.clock() as clock, self.assertRaises(OSError):
            clock.run(bounded_gather(calls, limit=3))
        # Six calls have begun when number 4 fails; one more may be in hand at that instant.
        fetch.assert_called(at_most=7)
        clock.assert_elapsed(exactly=1.5)

    def test_outer_cancellation_reaches_the_calls(self):
        """When it is cancelled itself, so are the calls in flight"""
        fetch = judge.Service(name="fetch")
        calls = judge.Source((fetch(n) for n in range(6)), name="calls")
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(bounded_gather(calls, limit=2), cancel_after=1.5)
        clock.assert_elapsed(exactly=1.5)
        fetch.assert_cancelled(times=2)
        judge.assert_no_leaks()
