import asyncio
import unittest

import judge
from solution import RateLimiter


class Queue:
    """Sends callers to a gate and notes who passed it, and at which second after the start."""

    def __init__(self, limit, period):
        self.gate = RateLimiter(limit=limit, period=period)
        self.passes = []
        self.time = asyncio.get_running_loop().time
        self.start = self.time()

    async def arrive(self, name, at):
        await asyncio.sleep(self.start + at - self.time())
        await self.gate.acquire()
        self.passes.append((name, round(self.time() - self.start, 6)))


async def arrivals(times, limit, period):
    """Send callers 0, 1, 2 … at these seconds; return (name, second) in order of passing."""
    queue = Queue(limit, period)
    async with asyncio.TaskGroup() as group:
        for name, at in enumerate(times):
            group.create_task(queue.arrive(name, at))
    return queue.passes


def seconds(passes):
    return [second for _, second in passes]


class Examples(unittest.TestCase):
    def test_one_caller(self):
        """Lets five calls through at seconds 0, 0, 1, 1 and 2 with two a second"""

        async def main():
            queue = Queue(limit=2, period=1.0)
            for call in "abcde":
                await queue.arrive(call, at=0)
            return queue.passes

        with judge.clock() as clock:
            passes = clock.run(main())
        self.assertEqual(passes, [("a", 0), ("b", 0), ("c", 1), ("d", 1), ("e", 2)])

    def test_a_limiter_is_empty_at_first(self):
        """Lets the first three through at once with three a minute"""
        with judge.clock() as clock:
            clock.run(arrivals([0, 0, 0], limit=3, period=60))
        clock.assert_elapsed(exactly=0)


@judge.aspect("concurrency")
class Window(unittest.TestCase):
    def test_crowd(self):
        """Lets ten callers who come together through in threes"""
        with judge.clock() as clock:
            passes = clock.run(arrivals([0] * 10, limit=3, period=1))
        self.assertEqual(seconds(passes), [0, 0, 0, 1, 1, 1, 2, 2, 2, 3])

    def test_window_slides(self):
        """Counts back from each call, not from the start of a second"""
        with judge.clock() as clock:
            passes = clock.run(arrivals([0.5, 0.75, 1.25, 1.25], limit=2, period=1))
        self.assertEqual(seconds(passes), [0.5, 0.75, 1.5, 1.75])

    def test_a_place_comes_back_whole(self):
        """Gives places back after a full period, not bit by bit like a token bucket"""
        with judge.clock() as clock:
            passes = clock.run(arrivals([0, 0, 0, 0, 1, 1], limit=4, period=8))
        self.assertEqual(seconds(passes), [0, 0, 0, 0, 8, 8])

    def test_nothing_is_saved_up(self):
        """After a long quiet spell still lets only `limit` through at once"""
        with judge.clock() as clock:
            passes = clock.run(arrivals([0, 0, 50, 50, 50, 50.25], limit=2, period=1))
        self.assertEqual(seconds(passes), [0, 0, 50, 50, 51, 51])

    def test_waiting_leaves_the_loop_alone(self):
        """Other tasks keep running while callers wait, and none is left at the end"""
        ticks = []

        async def tick():
            for _ in range(8):
                await asyncio.sleep(0.25)
                ticks.append(clock.now())

        async def main():
            ticking = asyncio.create_task(tick())
            await arrivals([0, 0, 0], limit=1, period=1)
            await ticking

        with judge.clock() as clock:
            clock.run(main())
        judge.assert_not_blocked()
        judge.assert_no_leaks()
        self.assertEqual(ticks, [0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0])


@judge.aspect("concurrency")
class Fairness(unittest.TestCase):
    def test_order_of_arrival(self):
        """Lets nine waiting callers through in the order in which they came"""
        with judge.clock() as clock:
            passes = clock.run(arrivals([n / 8 for n in range(9)], limit=2, period=4))
        self.assertEqual([name for name, _ in passes], list(range(9)))

    def test_newcomer_does_not_overtake(self):
        """A caller who comes just as a place falls free goes behind those who wait"""
        times = [0, 0.25, 0.5, 0.75, 1, 1, 2, 3]
        with judge.clock() as clock:
            passes = clock.run(arrivals(times, limit=1, period=1))
        self.assertEqual([name for name, _ in passes if name not in (4, 5)], [0, 1, 2, 3, 6, 7])
        self.assertEqual(seconds(passes), [0, 1, 2, 3, 4, 5, 6, 7])


@judge.aspect("concurrency")
class Cancellation(unittest.TestCase):
    def run_with_impatient(self, impatient, patience):
        """Four callers at a gate of one a second; some give up after `patience` seconds."""

        async def wait(queue, name):
            try:
                async with asyncio.timeout(patience if name in impatient else None):
                    await queue.arrive(name, at=0)
            except TimeoutError:
                pass

        async def main():
            queue = Queue(limit=1, period=1)
            async with asyncio.TaskGroup() as group:
                for name in "abcd":
                    group.create_task(wait(queue, name))
            return queue.passes

        with judge.clock() as clock:
            passes = clock.run(main())
        judge.assert_no_leaks()
        return passes

    def test_first_in_line_gives_up(self):
        """A caller who gives up at the head of the line uses up no place"""
        passes = self.run_with_impatient(impatient="b", patience=0.5)
        self.assertEqual(passes, [("a", 0), ("c", 1), ("d", 2)])

    def test_giving_up_further_back(self):
        """A caller who gives up in the middle of the line uses up no place"""
        passes = self.run_with_impatient(impatient="c", patience=1.5)
        self.assertEqual(passes, [("a", 0), ("b", 1), ("d", 2)])

    def test_cancellation_comes_out(self):
        """Cancelling a waiting caller takes effect at once"""

        async def main():
            gate = RateLimiter(limit=1, period=60)
            await gate.acquire()
            await gate.acquire()

        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            clock.run(main(), cancel_after=7)
        clock.assert_elapsed(exactly=7)
