"""Threads in a run and in a check: CPython's own modules on the judge's scheduler."""

import unittest

from rig import check, one, run, trace

TEST = """
import time, unittest
from solution import f
class Threads(unittest.TestCase):
    def test_one(self):
        before = time.monotonic()
        self.assertEqual((f(), round(time.monotonic() - before, 3)), {})
"""


class Running(unittest.TestCase):
    def value(self, code):
        result = run(code)
        self.assertEqual(result["status"], "ok", result["problem"])
        return result["value"]

    def test_threads_sleep_side_by_side(self):
        code = """
            import threading, time
            log = []
            def work(n):
                time.sleep(n / 10)
                log.append((n, threading.current_thread().name))
            threads = [threading.Thread(target=work, args=(n,)) for n in (3, 1, 2)]
            for t in threads: t.start()
            for t in threads: t.join()
            log, threading.active_count()
        """
        expected = "([(1, 'Thread-2 (work)'), (2, 'Thread-3 (work)'), (3, 'Thread-1 (work)')], 1)"
        self.assertEqual(self.value(code), expected)

    def test_the_program_ends_when_its_last_thread_has(self):
        code = """
            import threading, time
            def work():
                time.sleep(0.2)
                print("done")
            threading.Thread(target=work).start()
            threading.Thread(target=threading.Event().wait, daemon=True).start()
            print("main ends")
        """
        self.assertEqual(run(code)["stdout"], "main ends\ndone\n")

    def test_pools(self):
        code = """
            from concurrent.futures import ThreadPoolExecutor, as_completed, wait
            import time
            def slow(n):
                time.sleep(n / 100)
                return n * n
            with ThreadPoolExecutor(3) as pool:
                squares = list(pool.map(slow, range(6)))
                futures = [pool.submit(slow, n) for n in (4, 1, 3)]
                first = next(as_completed(futures)).result()
                done, left = wait(futures)
            stopped = ThreadPoolExecutor(1)
            waiting = [stopped.submit(slow, 9) for _ in range(3)]
            stopped.shutdown(cancel_futures=True)
            squares, first, len(done), [each.cancelled() for each in waiting]
        """
        expected = "([0, 1, 4, 9, 16, 25], 1, 3, [False, True, True])"
        self.assertEqual(self.value(code), expected)

    def test_all_of_threading(self):
        code = """
            import threading, queue
            log = []
            local = threading.local()
            local.mine = 1
            def see(): log.append(hasattr(local, "mine"))
            timer = threading.Timer(0.01, log.append, ["timer"])
            barrier = threading.Barrier(2, action=lambda: log.append("barrier"))
            t = threading.Thread(target=see); t.start(); t.join()
            timer.start(); timer.join()
            t = threading.Thread(target=barrier.wait); t.start(); barrier.wait(); t.join()
            lock, rlock, semaphore = threading.Lock(), threading.RLock(), threading.Semaphore(2)
            with lock, rlock, rlock, semaphore:
                log += [lock.acquire(timeout=0.01), semaphore.acquire(blocking=False), lock.locked()]
            try:
                threading.BoundedSemaphore().release()
            except ValueError as error:
                log.append(str(error))
            for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
                q = kind()
                t = threading.Thread(target=lambda: [q.put(n) for n in (2, 1)]); t.start(); t.join()
                log.append([q.get(), q.get()])
                try: q.get(timeout=0.01)
                except queue.Empty: pass
            condition = threading.Condition()
            log.append(condition.acquire() and condition.wait(0.01))
            log
        """
        expected = (
            "[False, 'timer', 'barrier', False, True, True, 'Semaphore released too many times', "
            "[2, 1], [1, 2], [1, 2], [2, 1], False]"
        )
        self.assertEqual(self.value(code), expected)

    def test_asyncio_goes_on_while_a_thread_works(self):
        code = """
            import asyncio, threading
            event = threading.Event()
            async def main():
                waiting = asyncio.create_task(asyncio.to_thread(event.wait, 5))
                await asyncio.sleep(0.01)
                event.set()
                return await waiting, await asyncio.get_running_loop().run_in_executor(None, sum, [1, 2])
            asyncio.run(main())
        """
        self.assertEqual(self.value(code), "(True, 3)")

    def test_an_exception_in_a_thread_is_printed_and_the_rest_goes_on(self):
        result = run("""
            import threading
            def work(): raise ValueError("lost")
            t = threading.Thread(target=work); t.start(); t.join()
            print("on")
        """)
        self.assertEqual((result["status"], result["stdout"]), ("ok", "on\n"))
        self.assertIn("Exception in thread Thread-1 (work):", result["stderr"])
        self.assertIn("ValueError: lost", result["stderr"])

    def test_a_spinning_thread_lets_others_go_on(self):
        code = """
            import threading
            ready = False
            def set_it():
                global ready
                ready = True
            threading.Thread(target=set_it).start()
            while not ready: pass
            ready
        """
        self.assertEqual(self.value(code), "True")

    def test_a_deadlock_is_told_at_once(self):
        result = run("""
            import threading
            a, b, both = threading.Lock(), threading.Lock(), threading.Barrier(2)
            def one():
                with a:
                    both.wait()
                    with b: pass
            def two():
                with b:
                    both.wait()
                    with a: pass
            threads = [threading.Thread(target=f) for f in (one, two)]
            for t in threads: t.start()
            for t in threads: t.join()
        """)
        told = result["problem"]["explanation"]
        self.assertEqual((result["status"], result["problem"]["type"]), ("error", "Deadlock"))
        for part in (
            "Your threads wait for each other for ever.",
            "Thread-1 (one) waits on your line 7 (`with b: pass`) for the lock that Thread-2 (two) holds",
            "Thread-2 (two) waits on your line 11 (`with a: pass`) for the lock that Thread-1 (one)",
        ):
            self.assertIn(part, told)

    def test_one_thread_that_waits_for_nobody(self):
        for code, told in (
            ("import queue\nqueue.Queue().get()", "an item of an empty queue"),
            ("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()", "a lock that it holds itself"),
            ("import threading\nthreading.Thread(target=threading.Event().wait).start()", "an event"),
        ):
            problem = run(code)["problem"]
            self.assertEqual(problem["type"], "Deadlock")
            self.assertIn(told, problem["explanation"])

    def test_an_endless_thread_is_stopped(self):
        result = run("""
            import threading
            def spin():
                while True: pass
            threading.Thread(target=spin).start()
        """, seconds=1)
        self.assertEqual(result["status"], "timeout")
        self.assertEqual(result["problem"]["line"], 4)

    def test_there_are_no_processes(self):
        for code in (
            "from concurrent.futures import ProcessPoolExecutor",
            "import concurrent.futures\nconcurrent.futures.ProcessPoolExecutor()",
            "import multiprocessing",
            "from multiprocessing import Pool",
        ):
            told = run(code)["problem"]["explanation"]
            self.assertIn("A browser has no processes.", told, code)
            self.assertIn("ThreadPoolExecutor", told)


class Checking(unittest.TestCase):
    def test_time_is_virtual(self):
        test = one("""
            import threading, time
            def f():
                event = threading.Event()
                threads = [threading.Thread(target=time.sleep, args=(n,)) for n in (100, 200)]
                threads.append(threading.Timer(300, event.set))
                for t in threads: t.start()
                found = [threads[0].join(50), threads[0].is_alive(), event.wait(5)]
                for t in threads: t.join()
                return found, event.is_set()
        """, TEST.format("(([None, True, False], True), 300.0)"))
        self.assertEqual(test["status"], "pass", test["message"])

    def test_asyncio_waits_for_threads_on_virtual_time(self):
        test = one("""
            import asyncio, threading, time
            def f():
                event = threading.Event()
                async def main():
                    waiting = [asyncio.create_task(asyncio.to_thread(event.wait)) for _ in range(3)]
                    pause = asyncio.create_task(asyncio.to_thread(time.sleep, 2))
                    await asyncio.sleep(3)
                    event.set()
                    return await asyncio.gather(*waiting, pause)
                return asyncio.run(main())
        """, TEST.format("([True, True, True, None], 3.0)"))
        self.assertEqual(test["status"], "pass", test["message"])

    def test_the_same_verdict_and_cost_each_time(self):
        code = """
            import threading
            def f():
                done = []
                def work():
                    for n in range(2000):
                        done.append(n)
                threads = [threading.Thread(target=work) for _ in range(3)]
                for t in threads: t.start()
                for t in threads: t.join()
                return len(done)
        """
        first, second = (one(code, TEST.format("(6000, 0.0)")) for _ in range(2))
        self.assertEqual(first["status"], "pass", first["message"])
        self.assertAlmostEqual(first["cost"] / second["cost"], 1, delta=0.02)

    def test_a_deadlock_fails_its_test_alone(self):
        report = check("""
            import threading
            def f():
                lock = threading.Lock()
                def work():
                    lock.acquire()
                threads = [threading.Thread(target=work) for _ in range(2)]
                for t in threads: t.start()
                for t in threads: t.join()
        """, TEST.format("()") + "    def test_two(self): pass\n")
        first, second = report["tests"]
        self.assertEqual((first["status"], second["status"]), ("fail", "pass"))
        self.assertIn("Thread-2 (work) waits on your line 6 (`lock.acquire()`)", first["message"])
        self.assertIn("for the lock that Thread-1 (work), which has ended, holds", first["message"])

    def test_what_a_test_leaves_running_is_ended(self):
        report = check("""
            import threading
            def f():
                gate = threading.Event()
                def work():
                    while True:
                        try: gate.wait()
                        except BaseException: pass
                threading.Thread(target=work).start()
                threading.Thread(target=gate.wait).start()
                return threading.active_count(), threading.enumerate()[-1].name
        """, TEST.format("((3, 'Thread-2 (wait)'), 0.0)") + "    def test_two(self): self.test_one()\n")
        self.assertEqual([test["status"] for test in report["tests"]], ["pass", "pass"], report)

    def test_an_endless_thread_is_stopped_and_the_next_test_runs(self):
        report = check("""
            import threading
            def f():
                def spin():
                    while True: pass
                t = threading.Thread(target=spin)
                t.start()
                t.join()
        """, TEST.format("()") + "    def test_two(self): pass\n")
        first, second = report["tests"]
        self.assertEqual((first["status"], second["status"]), ("error", "pass"))
        self.assertIn("Stopped on your line 5", first["message"])


class Stepping(unittest.TestCase):
    def test_steps_name_their_thread_while_there_are_several(self):
        found = trace("""
            import threading, time
            def work():
                time.sleep(0.1)
                log.append("worked")
            log = []
            thread = threading.Thread(target=work, name="worker")
            thread.start()
            thread.join()
            print(log)
        """)
        said = {(step["line"], step["thread"]) for step in found["steps"] if step["event"] == "line"}
        self.assertLessEqual({(1, None), (4, "worker"), (8, "the main thread"), (9, None)}, said)
        self.assertIsNone(found["problem"])
        inside = next(step for step in found["steps"] if step["line"] == 4)
        self.assertEqual([frame["name"] for frame in inside["frames"]], ["work"])
        waiting = [(f["name"], f["line"], f["thread"], f["waits"]) for f in inside["parked"]]
        self.assertEqual(waiting, [("the program", 8, "the main thread", "the end of worker")])
