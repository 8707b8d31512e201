"""Stand-ins for slow dependencies: what they note of concurrency and cancellation."""

import judge
from learner import Case, learner


class Calls(Case):
    SOURCE = """
        import asyncio
        async def one_by_one(fetch, n):
            return [await fetch(i) for i in range(n)]
        async def at_once(fetch, n):
            return await asyncio.gather(*(fetch(i) for i in range(n)))
        async def limited(fetch, n, limit):
            gate = asyncio.Semaphore(limit)
            async def one(i):
                async with gate:
                    return await fetch(i)
            return await asyncio.gather(*(one(i) for i in range(n)))
        async def first(*calls):
            done, pending = await asyncio.wait(
                [asyncio.create_task(call) for call in calls],
                return_when=asyncio.FIRST_COMPLETED)
            for task in pending:
                task.cancel()
            return done.pop().result()
        async def first_only(*calls):
            done, pending = await asyncio.wait(
                [asyncio.create_task(call) for call in calls],
                return_when=asyncio.FIRST_COMPLETED)
            return done.pop().result()
    """

    def go(self, name, *arguments):
        with judge.clock() as clock:
            result = clock.run(getattr(self.program, name)(*arguments))
        return clock.elapsed, result

    def setUp(self):
        self.program = learner(self.SOURCE)
        self.fetch = judge.Service()

    def test_bounded_concurrency(self):
        self.assertEqual(self.go("limited", self.fetch, 10, 3), (4.0, list(range(10))))
        self.fetch.assert_concurrency(max=3, reaches=3)
        judge.assert_concurrency(max=3, reaches=3)
        self.fetch.assert_called(times=10)
        self.assertEqual((self.fetch.peak, self.fetch.active), (3, 0))

    def test_too_many_at_once(self):
        self.go("at_once", self.fetch, 5)
        with self.fails("5 calls of fetch were in flight at once (from 0 s on); at most 3 are "
                        "allowed. The last of them was started by your line 5", line=5):
            self.fetch.assert_concurrency(max=3)
        with self.fails("5 calls were in flight at once", line=5):
            judge.assert_concurrency(max=3)

    def test_one_after_another(self):
        self.go("one_by_one", self.fetch, 5)
        with self.fails("Your program made its calls of fetch one after another; 5 should have "
                        "been in flight at the same time.", line=3):
            self.fetch.assert_concurrency(reaches=5)

    def test_two_services_count_together(self):
        other = judge.Service(name="save", seconds=lambda n: n)
        self.go("first", self.fetch(1), other(5))
        judge.assert_concurrency(max=2, reaches=2)
        self.fetch.assert_concurrency(max=1)

    def test_number_of_calls(self):
        self.go("one_by_one", self.fetch, 3)
        with self.fails("Your program called fetch 3 times; 2 times were needed. The first call "
                        "too many, fetch(2), was made by your line 3", line=3):
            self.fetch.assert_called(at_most=2)
        with self.fails("Your program called fetch 3 times; 4 times were expected."):
            self.fetch.assert_called(times=4)

    def test_cancelled_calls(self):
        slow = judge.Service(seconds=9, name="slow")
        self.assertEqual(self.go("first", self.fetch("a"), slow("b")), (1.0, "a"))
        slow.assert_cancelled(times=1)
        (call,) = slow.calls
        self.assertEqual((call.args, call.start, call.end, call.outcome),
                         (("b",), 0.0, 1.0, "cancelled"))

    def test_the_end_of_the_run_is_no_cancellation(self):
        slow = judge.Service(seconds=9, name="slow")
        self.go("first_only", self.fetch("a"), slow("b"))
        self.assertEqual([call.outcome for call in slow.calls], ["pending"])
        with self.fails("At least 1 call of slow should have been cancelled; 0 were. "
                        "For example slow('b'), begun at 0 s, was never ended."):
            slow.assert_cancelled()

    def test_handlers(self):
        def handler(n, plus=0):
            if n == 2:
                raise OSError("refused")
            return n + plus

        service = judge.Service(handler, lambda n, plus=0: n)

        async def main():
            return await service(3, plus=4)

        async def failing():
            await service(2)

        with judge.clock() as clock:
            self.assertEqual(clock.run(main()), 7)
            with self.assertRaisesRegex(OSError, "refused"):
                clock.run(failing())
        self.assertEqual(clock.elapsed, 5.0)
        self.assertEqual([call.outcome for call in service.calls], ["returned", "raised"])

    def test_calls_are_spans_of_the_timeline(self):
        self.go("at_once", self.fetch, 2)
        (evidence,) = judge.evidence.collect()
        self.assertEqual(evidence["text"],
                         "It took 1 s of virtual time, with 2 calls, at most 2 at once: fetch(0) "
                         "from 0 s to 1 s, returned; fetch(1) from 0 s to 1 s, returned.")
        self.assertIn({"task": "fetch (Task-1)", "label": "fetch(0)", "start": 0.0, "end": 1.0,
                       "outcome": "returned"}, evidence["spans"])
