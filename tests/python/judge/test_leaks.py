"""What a program may not leave behind on its loop."""

import io
import sys

import judge
from learner import Case, learner


class Leaks(Case):
    def go(self, source):
        self.program = learner(source)
        self.fetch = judge.Service()
        with judge.clock() as clock:
            clock.run(self.program.main(self.fetch))

    def setUp(self):
        judge.clock.install()
        self.addCleanup(judge.clock.uninstall)
        self.stderr, sys.stderr = sys.stderr, io.StringIO()
        self.addCleanup(setattr, sys, "stderr", self.stderr)

    def test_tidy_programs_pass(self):
        for body in (
            "await asyncio.gather(fetch(1), fetch(2))",
            "async with asyncio.TaskGroup() as group: group.create_task(fetch(1))",
            "task = asyncio.create_task(fetch(1)); await asyncio.sleep(2)",
            "task = asyncio.create_task(fetch(1)); task.cancel()",
            "await asyncio.wait([asyncio.create_task(fetch(1))])",
            "for call in asyncio.as_completed([fetch(1), fetch(2)]): await call",
            "await asyncio.gather(fetch(1), fetch(2), return_exceptions=True)",
        ):
            with self.subTest(body):
                self.go(f"import asyncio\nasync def main(fetch):\n    {body}")
                judge.assert_no_leaks()

    def test_a_task_left_running(self):
        self.go("""
            import asyncio
            async def poll(fetch):
                while True:
                    await fetch(1)
            async def main(fetch):
                asyncio.create_task(poll(fetch))
                await asyncio.sleep(5)
        """)
        with self.fails(
            "Your program ended and left 1 task running: poll (Task-1), started by your line 6 "
            "(`asyncio.create_task(poll(fetch))`), which was still waiting on your line 4", line=6
        ):
            judge.assert_no_leaks()

    def test_siblings_of_a_failed_gather_go_on(self):
        self.program = learner("""
            import asyncio
            async def failing():
                raise OSError
            async def main(fetch):
                await asyncio.gather(fetch(1), failing())
        """)
        with judge.clock() as clock, self.assertRaises(OSError):
            clock.run(self.program.main(judge.Service()))
        with self.fails("left 1 task running: fetch (Task-1), started by your line 5", line=5):
            judge.assert_no_leaks()

    def test_cancelling_without_awaiting_slow_clean_up(self):
        self.go("""
            import asyncio
            async def worker():
                try:
                    await asyncio.sleep(9)
                finally:
                    await asyncio.sleep(1)
            async def main(fetch):
                task = asyncio.create_task(worker())
                await asyncio.sleep(1)
                task.cancel()
        """)
        with self.fails("left 1 task running: worker (Task-1), started by your line 8", line=8):
            judge.assert_no_leaks()

    def test_a_task_of_asyncio_run(self):
        program = learner("""
            import asyncio
            async def inner():
                asyncio.create_task(asyncio.sleep(5))
            def main():
                asyncio.run(inner())
        """)
        program.main()
        with self.fails("left 1 task running: sleep (Task-1), started by your line 3", line=3):
            judge.assert_no_leaks()

    def test_a_coroutine_never_awaited(self):
        self.go("""
            async def main(fetch):
                fetch(1)
        """)
        with self.fails("Your line 2 (`fetch(1)`) calls fetch() but nobody ever awaits what it "
                        "returns, so its body never runs. Write `await` before the call.", line=2):
            judge.assert_no_leaks()
        self.assertEqual(sys.stderr.getvalue(),
                         "RuntimeWarning: coroutine 'fetch' (your line 2) was never awaited\n")

    def test_a_coroutine_kept_and_never_awaited(self):
        self.go("""
            kept = []
            async def save():
                pass
            async def main(fetch):
                kept.append(save())
        """)
        with self.fails("Your line 5 (`kept.append(save())`) calls save()", line=5):
            judge.assert_no_leaks()
        self.program.kept.clear()

    def test_coroutines_of_the_test_and_of_earlier_tests_do_not_count(self):
        self.go("""
            kept = []
            async def save():
                pass
            async def main(fetch):
                kept.append(save())
        """)
        earlier = self.program.kept
        self.go("async def main(fetch):\n    await fetch(1)")
        mine = self.fetch(2)
        judge.assert_no_leaks()
        mine.close()
        earlier.pop().close()

    def test_an_exception_that_nobody_saw(self):
        self.go("""
            import asyncio
            async def save():
                raise ValueError("disk full")
            async def main(fetch):
                asyncio.create_task(save())
                await asyncio.sleep(1)
        """)
        with self.fails("The task save (Task-1), started by your line 5 "
                        "(`asyncio.create_task(save())`), raised ValueError('disk full'), and "
                        "nobody ever looked at it", line=5):
            judge.assert_no_leaks()

    def test_an_open_async_generator(self):
        source = """
            import asyncio
            kept = []
            async def numbers():
                try:
                    yield 1
                    yield 2
                finally:
                    await asyncio.sleep(0)
            async def main(fetch):
                stream = numbers()
                kept.append(stream)
                async for number in stream:
                    break
                {}
        """
        self.go(source.format("await stream.aclose()"))
        judge.assert_no_leaks()
        self.go(source.format("pass"))
        with self.fails("The async generator numbers was left open, so its clean-up has not run. "
                        "It stopped at your line 5 (`yield 1`).", line=5):
            judge.assert_no_leaks()

    def test_an_async_generator_let_go_is_closed_by_the_loop(self):
        self.go("""
            async def numbers():
                yield 1
                yield 2
            async def main(fetch):
                async for number in numbers():
                    return number
        """)
        judge.assert_no_leaks()

    def test_a_new_test_starts_clean(self):
        self.go("import asyncio\nasync def main(fetch):\n    asyncio.create_task(fetch(1))")
        judge.reset()
        judge.assert_no_leaks()
