"""The waits of tasks in the evidence of a clock."""

import judge
from learner import Case, learner


def tasks_of(source, *arguments, **options):
    """Runs `main` on virtual time; the evidence's tasks by title."""
    program = learner(source)
    with judge.clock() as clock:
        try:
            clock.run(program.main(*arguments), **options)
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "CancelledError":
                raise
    (evidence,) = judge.evidence.collect()
    return {task["task"]: task for task in evidence["tasks"]}


def told(task):
    """A task's waits without what is not asked here."""
    return [(w["for"], w["start"], w["end"]) for w in task["waits"]]


class Waits(Case):
    def test_a_sleep_a_call_and_another_task(self):
        service = judge.Service("load", seconds=2)
        tasks = tasks_of(
            """
            import asyncio
            async def child(service):
                await asyncio.sleep(1)
                return await service("a")
            async def main(service):
                task = asyncio.create_task(child(service))
                return await task
            """,
            service,
        )
        child = tasks["child (Task-1)"]
        self.assertEqual(told(child), [("1 s of sleep", 0.0, 1.0), ("fetch('a')", 1.0, 3.0)])
        self.assertEqual([wait["line"] for wait in child["waits"]], [3, 4])
        self.assertEqual(child["parent"], "main")
        [wait] = tasks["main"]["waits"]
        self.assertEqual(wait["for"], "the task child (Task-1)")
        self.assertEqual((wait["on"], wait["by"]), (["child (Task-1)"], "child (Task-1)"))

    def test_a_lock_names_who_let_go_of_it(self):
        tasks = tasks_of("""
            import asyncio
            async def hold(lock, name):
                async with lock:
                    await asyncio.sleep(1)
            async def main():
                lock = asyncio.Lock()
                await asyncio.gather(hold(lock, 1), hold(lock, 2))
        """)
        second = tasks["hold (Task-2)"]
        self.assertEqual(told(second), [("a lock", 0.0, 1.0), ("1 s of sleep", 1.0, 2.0)])
        self.assertEqual(second["waits"][0]["by"], "hold (Task-1)")
        [wait] = tasks["main"]["waits"]
        self.assertEqual((wait["for"], wait["on"]), ("other tasks", ["hold (Task-1)", "hold (Task-2)"]))

    def test_a_group_and_a_cancelled_wait(self):
        tasks = tasks_of("""
            import asyncio
            async def fails():
                await asyncio.sleep(1)
                raise ValueError
            async def long():
                await asyncio.sleep(9)
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fails())
                    group.create_task(long())
        """)
        [wait] = tasks["long (Task-2)"]["waits"]
        self.assertEqual((wait["end"], wait["cut"]), (1.0, True))
        self.assertEqual(tasks["long (Task-2)"]["outcome"], "cancelled")
        self.assertEqual(tasks["fails (Task-1)"]["outcome"], "raised")
        [wait] = tasks["main"]["waits"]
        self.assertEqual(wait["for"], "the tasks of its group")
        self.assertEqual(wait["on"], ["fails (Task-1)", "long (Task-2)"])

    def test_a_call_that_holds_up_the_loop_is_no_wait(self):
        tasks = tasks_of("""
            import asyncio, time
            async def rude():
                time.sleep(2)
            async def main():
                task = asyncio.create_task(rude())
                await asyncio.sleep(1)
                await task
        """)
        rude = tasks["rude (Task-1)"]
        self.assertEqual(rude["waits"], [])
        self.assertEqual(rude["blocks"], [{"line": 3, "start": 0.0, "end": 2.0}])

    def test_what_never_ends_waits_until_the_end(self):
        tasks = tasks_of("""
            import asyncio
            async def stays():
                await asyncio.Event().wait()
            async def main():
                asyncio.create_task(stays())
                await asyncio.sleep(3)
        """)
        self.assertEqual(told(tasks["stays (Task-1)"]), [("an event", 0.0, 3.0)])
        self.assertEqual(tasks["stays (Task-1)"]["outcome"], "pending")

    def test_long_programs_are_cut(self):
        tasks = tasks_of("""
            import asyncio
            async def busy():
                for _ in range(50):
                    await asyncio.sleep(1)
            async def main():
                await asyncio.gather(*(busy() for _ in range(100)))
        """)
        self.assertEqual(len(tasks), 24)
        self.assertEqual(sum(len(task["waits"]) for task in tasks.values()), 120)
