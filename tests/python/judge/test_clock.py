"""Virtual time: what runs as in real life, and what is told of a program that waits wrongly."""

import unittest

import judge
from learner import Case, learner


class Running(Case):
    def run_one(self, source, cancel_after=None):
        program = learner(source)
        with judge.clock() as clock:
            result = clock.run(program.main(), cancel_after)
        return clock, result

    def test_time_passes_only_virtually(self):
        clock, result = self.run_one("""
            import asyncio
            async def main():
                await asyncio.gather(*(asyncio.sleep(n) for n in range(1, 10_000, 1000)))
                return asyncio.get_running_loop().time()
        """)
        self.assertEqual((clock.elapsed, clock.now(), result), (9001.0, 9001.0, 10001.0))
        clock.assert_elapsed(exactly=9001)

    def test_too_slow_and_too_fast(self):
        clock, _ = self.run_one("""
            import asyncio
            async def main():
                for _ in range(3):
                    await asyncio.sleep(0.1)
        """)
        clock.assert_elapsed(exactly=0.3)
        with self.fails("Your program took 0.3 s; at most 0.1 s should have been enough."):
            clock.assert_elapsed(at_most=0.1)
        with self.fails("Your program took only 0.3 s; at least 1 s had to pass."):
            clock.assert_elapsed(at_least=1)

    def test_timers_for_the_same_moment_keep_their_order(self):
        _, order = self.run_one("""
            import asyncio
            async def main():
                order = []
                async def one(n):
                    await asyncio.sleep(0.1 if n % 2 else 0.05)
                    if n % 2 == 0:
                        await asyncio.sleep(0.05)
                    order.append(n)
                async def same(n):
                    await asyncio.sleep(1)
                    order.append(n)
                await asyncio.gather(*(same(n) for n in range(20)))
                return order
        """)
        self.assertEqual(order, list(range(20)))

    def test_the_usual_tools(self):
        _, result = self.run_one("""
            import asyncio
            async def slow():
                await asyncio.sleep(60)
            async def main():
                seen = []
                try:
                    await asyncio.wait_for(slow(), 1)
                except TimeoutError:
                    seen.append("wait_for")
                try:
                    async with asyncio.timeout(2):
                        await slow()
                except TimeoutError:
                    seen.append("timeout")
                try:
                    async with asyncio.TaskGroup() as group:
                        group.create_task(slow())
                        group.create_task(asyncio.wait_for(slow(), 3))
                except* TimeoutError:
                    seen.append("group")
                inner = asyncio.create_task(asyncio.sleep(1, "shielded"))
                try:
                    await asyncio.wait_for(asyncio.shield(inner), 0.5)
                except TimeoutError:
                    seen.append(await inner)
                queue = asyncio.Queue(1)
                async def feed():
                    for n in range(3):
                        await queue.put(n)
                feeder = asyncio.create_task(feed())
                seen += [await queue.get() for _ in range(3)]
                await feeder
                done, _ = await asyncio.wait([asyncio.create_task(asyncio.sleep(1, 7))])
                seen += [task.result() for task in done]
                return seen, round(asyncio.get_running_loop().time() - 1000, 6)
        """)
        self.assertEqual(
            result, (["wait_for", "timeout", "group", "shielded", 0, 1, 2, 7], 8.0)
        )

    def test_cancel_after(self):
        program = learner("""
            import asyncio
            log = []
            async def main():
                try:
                    await asyncio.sleep(10)
                except asyncio.CancelledError:
                    log.append("cleaned up")
                    raise
        """)
        with judge.clock() as clock, self.assertRaises(BaseException) as caught:
            clock.run(program.main(), cancel_after=1.5)
        self.assertEqual(type(caught.exception).__name__, "CancelledError")
        self.assertEqual((clock.elapsed, program.log), (1.5, ["cleaned up"]))

    def test_two_runs_on_one_clock(self):
        program = learner("""
            import asyncio
            async def main():
                asyncio.create_task(asyncio.sleep(50))
                await asyncio.sleep(2)
        """)
        with judge.clock() as clock:
            clock.run(program.main())
            clock.run(program.main())
        self.assertEqual((clock.elapsed, clock.now()), (4.0, 4.0))

    def test_what_is_not_a_coroutine(self):
        program = learner("def main(): return [1]")
        with judge.clock() as clock, self.fails("your function returned [1]."):
            clock.run(program.main())

    def test_errors_come_out_as_they_are(self):
        with self.assertRaisesRegex(KeyError, "k"):
            self.run_one("async def main(): raise KeyError('k')")

    def test_evidence_is_a_timeline(self):
        self.run_one("""
            import asyncio
            async def child():
                await asyncio.sleep(2)
            async def main():
                asyncio.create_task(asyncio.sleep(9))
                await asyncio.create_task(child())
        """)
        (evidence,) = judge.evidence.collect()
        self.assertEqual(
            (evidence["kind"], evidence["elapsed"], evidence["peak"]), ("timeline", 2.0, 0)
        )
        self.assertEqual(evidence["text"], "It took 2 s of virtual time.")
        self.assertEqual(
            [(s["label"], s["start"], s["end"], s["outcome"]) for s in evidence["spans"]],
            [("main", 0.0, 2.0, "returned"), ("sleep", 0.0, 2.0, "pending"),
             ("child", 0.0, 2.0, "returned")],
        )


class Waiting(Case):
    def test_a_deadlock_names_each_task_its_line_and_what_it_waits_for(self):
        program = learner("""
            import asyncio
            async def worker(queue):
                return await queue.get()
            async def main():
                task = asyncio.create_task(worker(asyncio.Queue()))
                event = asyncio.Event()
                await event.wait()
        """)
        with judge.clock() as clock, self.fails(
            "Your program waits for ever: nothing is left that could wake it. main waits on your "
            "line 7 (`await event.wait()`) for an event that nobody sets; worker (Task-1) waits on "
            "your line 3 (`return await queue.get()`) for an item of an empty queue.",
            line=7, kind=judge.Deadlock,
        ):
            clock.run(program.main())

    def test_a_lock_taken_twice(self):
        program = learner("""
            import asyncio
            lock = asyncio.Lock()
            async def main():
                async with lock:
                    await lock.acquire()
        """)
        with judge.clock() as clock, self.fails(
            "main waits on your line 5 (`await lock.acquire()`) for a lock that nobody releases",
            line=5, kind=judge.Deadlock,
        ):
            clock.run(program.main())

    def test_tasks_that_wait_for_each_other(self):
        program = learner("""
            import asyncio
            async def main():
                tasks = []
                async def a():
                    await tasks[1]
                async def b():
                    await tasks[0]
                tasks += [asyncio.create_task(a()), asyncio.create_task(b())]
                await asyncio.wait(tasks)
        """)
        with judge.clock() as clock, self.fails(
            "a (Task-1) waits on your line 5 (`await tasks[1]`) for the task b", line=9,
            kind=judge.Deadlock,
        ):
            clock.run(program.main())

    def test_a_ring_through_gather_under_asyncio_run(self):
        judge.clock.install()
        self.addCleanup(judge.clock.uninstall)
        program = learner("""
            import asyncio
            async def inner():
                tasks = []
                async def a():
                    await asyncio.gather(*tasks[1:])
                async def b():
                    await tasks[0]
                tasks += [asyncio.create_task(a()), asyncio.create_task(b())]
                await asyncio.gather(*tasks)
            def main():
                asyncio.run(inner())
        """)
        with self.fails("b (Task-2) waits on your line 7 (`await tasks[0]`) for the task a", line=9,
                        kind=judge.Deadlock):
            program.main()

    def test_a_timeout_prevents_a_deadlock(self):
        program = learner("""
            import asyncio
            async def main():
                try:
                    async with asyncio.timeout(3):
                        await asyncio.Event().wait()
                except TimeoutError:
                    return "gave up"
        """)
        with judge.clock() as clock:
            self.assertEqual(clock.run(program.main()), "gave up")
        clock.assert_elapsed(exactly=3)

    def test_clean_up_of_a_deadlocked_program_that_waits_again(self):
        program = learner("""
            import asyncio
            async def main():
                while True:
                    try:
                        await asyncio.Event().wait()
                    except asyncio.CancelledError:
                        await asyncio.Event().wait()
        """)
        with judge.clock() as clock, self.fails("waits for ever", line=5, kind=judge.Deadlock):
            clock.run(program.main())


class Blocking(Case):
    SOURCE = """
        import asyncio
        import time
        async def wrong():
            time.sleep(2)
            await asyncio.sleep(1)
        async def tick():
            await asyncio.sleep(1)
            return asyncio.get_running_loop().time() - 1000
        async def right():
            pause = asyncio.to_thread(time.sleep, 2)
            return await asyncio.gather(pause, asyncio.to_thread(time.sleep, 2), tick())
    """

    def test_sleeping_in_a_coroutine_holds_up_the_loop(self):
        program = learner(self.SOURCE)
        with judge.clock() as clock:
            clock.run(program.wrong())
        judge.assert_not_blocked(at_most=2)
        with self.fails(
            "Your line 4 (`time.sleep(2)`) held up the whole event loop for 2 s", line=4
        ):
            judge.assert_not_blocked()
        with self.fails("took 3 s; at most 2 s should have been enough. Your line 4", line=4):
            clock.assert_elapsed(at_most=2)

    def test_a_thread_does_not(self):
        program = learner(self.SOURCE)
        with judge.clock() as clock:
            self.assertEqual(clock.run(program.right()), [None, None, 1.0])
        judge.assert_not_blocked()
        clock.assert_elapsed(exactly=2)

    def test_threads_give_results_errors_and_wait_for_a_free_worker(self):
        program = learner("""
            import asyncio, time
            from concurrent.futures import ThreadPoolExecutor
            def work(n):
                time.sleep(1)
                if n == 3:
                    raise ValueError(n)
                return asyncio.run(nested(n))
            async def nested(n):
                await asyncio.sleep(1)
                return n
            async def main():
                loop = asyncio.get_running_loop()
                pool = ThreadPoolExecutor(2)
                calls = [loop.run_in_executor(pool, work, n) for n in range(4)]
                return await asyncio.gather(*calls, return_exceptions=True)
        """)
        with judge.clock() as clock:
            result = clock.run(program.main())
        self.assertEqual([*result[:3], repr(result[3])], [0, 1, 2, "ValueError(3)"])
        clock.assert_elapsed(exactly=4)

    def test_sleeping_outside_a_loop_is_no_blocking(self):
        program = learner("import time\ndef main():\n    time.sleep(5)")
        with judge.clock() as clock:
            program.main()
        judge.assert_not_blocked()
        self.assertEqual(clock.now(), 5.0)
        with judge.clock(), self.assertRaises(ValueError):
            import time
            time.sleep(-1)


class Default(Case):
    def setUp(self):
        judge.clock.install()
        self.addCleanup(judge.clock.uninstall)

    def test_asyncio_run_is_virtual(self):
        program = learner("""
            import asyncio
            async def wait():
                await asyncio.sleep(3600)
                return asyncio.get_running_loop().time()
            def main():
                with asyncio.Runner() as runner:
                    first = runner.run(wait())
                loop = asyncio.new_event_loop()
                return first, asyncio.run(wait()), loop.run_until_complete(wait())
        """)
        self.assertEqual(program.main(), (4600.0, 8200.0, 11800.0))
        self.assertEqual(judge.evidence.collect()[0]["elapsed"], 10800.0)

    def test_async_test_cases_are_virtual(self):
        program = learner("""
            import asyncio
            async def fetch_all(fetch):
                return await asyncio.gather(fetch(1), fetch(2))
        """)

        class Inner(unittest.IsolatedAsyncioTestCase):
            async def asyncSetUp(self):
                self.fetch = judge.Service(seconds=600)

            async def test_both_at_once(self):
                self.assertEqual(await program.fetch_all(self.fetch), [1, 2])
                self.fetch.assert_concurrency(reaches=2)
                judge.assert_no_leaks()

        result = unittest.TestResult()
        Inner("test_both_at_once").run(result)
        self.assertEqual((result.testsRun, result.errors, result.failures), (1, [], []))

    def test_no_loop_is_current_outside_of_one(self):
        program = learner("import asyncio\ndef main(): return asyncio.get_event_loop()")
        with self.assertRaisesRegex(RuntimeError, "There is no current event loop"):
            program.main()

    def test_everything_is_put_back(self):
        import asyncio
        import time

        inside = (asyncio.new_event_loop, time.sleep)
        judge.clock.uninstall()
        self.assertNotIn(asyncio.new_event_loop, inside)
        self.assertNotIn(time.sleep, inside)
        judge.clock.install()
        self.assertEqual((asyncio.new_event_loop, time.sleep), inside)
