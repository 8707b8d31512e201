import asyncio
import unittest

import judge
from solution import retry


def flaky(*outcomes, seconds=0):
    """A service that goes through `outcomes`, raising those that are exceptions."""
    remaining = iter(outcomes)

    def answer():
        outcome = next(remaining)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    return judge.Service(answer, seconds, "operation")


def waits(service):
    """Virtual seconds between the end of each call and the start of the next."""
    return [
        round(later.start - earlier.end, 6)
        for earlier, later in zip(service.calls, service.calls[1:])
    ]


class Examples(unittest.TestCase):
    def test_third_attempt_succeeds(self):
        """Waits 0.5 s, then 1 s, and returns the third attempt's result"""
        send = flaky(ConnectionError(), TimeoutError(), "sent")
        with judge.clock() as clock:
            result = clock.run(retry(send))
        self.assertEqual(result, "sent")
        self.assertEqual(waits(send), [0.5, 1.0])

    def test_first_attempt_succeeds(self):
        """Calls once and never waits when the first attempt succeeds"""
        send = flaky("sent", "sent again")
        with judge.clock() as clock:
            result = clock.run(retry(send))
        self.assertEqual(result, "sent")
        send.assert_called(times=1)
        clock.assert_elapsed(exactly=0)


class Attempts(unittest.TestCase):
    def test_raises_the_last_error_itself(self):
        """Raises the error of the last attempt, not an earlier one or a wrapper"""
        errors = [ConnectionError("first"), ConnectionError("second"), ConnectionError("last")]
        send = flaky(*errors)
        with judge.clock() as clock, self.assertRaises(Exception) as caught:
            clock.run(retry(send, attempts=3))
        raised, last = caught.exception, errors[-1]
        self.assertIs(raised, last)

    def test_counts_the_first_call(self):
        """Makes three calls in all for `attempts=3`, one for `attempts=1`, five by default"""
        for times, options in ((3, {"attempts": 3}), (1, {"attempts": 1}), (5, {})):
            send = flaky(*[TimeoutError()] * 8)
            with judge.clock() as clock, self.assertRaises(TimeoutError):
                clock.run(retry(send, **options))
            send.assert_called(times=times)

    def test_other_errors_come_out_at_once(self):
        """Does not retry an error that is not in `retry_on`"""
        send = flaky(ConnectionError(), ValueError("account closed"), "sent")
        with judge.clock() as clock, self.assertRaisesRegex(ValueError, "account closed"):
            clock.run(retry(send))
        send.assert_called(times=2)
        clock.assert_elapsed(exactly=0.5)

    def test_retries_what_it_is_told_to(self):
        """Retries the errors in `retry_on` and their subclasses, and no others"""
        send = flaky(FileNotFoundError(), KeyError(), "sent")
        with judge.clock() as clock:
            result = clock.run(retry(send, retry_on=(OSError, KeyError)))
        self.assertEqual(result, "sent")
        send = flaky(ConnectionError(), "sent")
        with judge.clock() as clock, self.assertRaises(ConnectionError):
            clock.run(retry(send, retry_on=(KeyError,)))


@judge.aspect("concurrency")
class BackOff(unittest.TestCase):
    def test_doubles_up_to_the_cap(self):
        """Waits 1, 2, 4, 5, 5 and 5 seconds with `base=1, cap=5`"""
        send = flaky(*[ConnectionError()] * 6, "sent", seconds=0.25)
        with judge.clock() as clock:
            clock.run(retry(send, attempts=10, base=1, cap=5))
        self.assertEqual(waits(send), [1, 2, 4, 5, 5, 5])

    def test_no_wait_after_the_last_attempt(self):
        """Raises as soon as the last attempt has failed"""
        send = flaky(*[ConnectionError()] * 3)
        with judge.clock() as clock, self.assertRaises(ConnectionError):
            clock.run(retry(send, attempts=3, base=1))
        clock.assert_elapsed(exactly=3)

    def test_thousands_of_attempts(self):
        """Still waits the usual 30 seconds before attempt 3 000"""
        send = flaky(*[ConnectionError()] * 2999, "sent")
        with judge.clock() as clock:
            result = clock.run(retry(send, attempts=3000))
        self.assertEqual(result, "sent")
        self.assertEqual(waits(send)[-1], 30.0)

    def test_other_tasks_keep_running(self):
        """Lets a second job run while the first one waits"""
        sends = [flaky(ConnectionError(), "a"), flaky(ConnectionError(), "b")]

        async def main():
            return await asyncio.gather(*(retry(send, base=2) for send in sends))

        with judge.clock() as clock:
            results = clock.run(main())
        self.assertEqual(results, ["a", "b"])
        judge.assert_not_blocked()
        clock.assert_elapsed(exactly=2)


@judge.aspect("concurrency")
class Cancellation(unittest.TestCase):
    def test_during_an_attempt(self):
        """Stops at once when it is cancelled during an attempt"""
        send = flaky(ConnectionError(), "sent", "sent again", seconds=10)
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(retry(send, base=1, retry_on=(Exception,)), cancel_after=15)
        clock.assert_elapsed(exactly=15)
        send.assert_called(times=2)
        send.assert_cancelled(times=1)
        judge.assert_no_leaks()

    def test_during_a_wait(self):
        """Stops at once when it is cancelled while it waits"""
        send = flaky(ConnectionError(), "sent")
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(retry(send, base=8), cancel_after=3)
        clock.assert_elapsed(exactly=3)
        send.assert_called(times=1)
        judge.assert_no_leaks()
