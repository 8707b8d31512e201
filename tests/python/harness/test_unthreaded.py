"""Without stack switching a thread cannot start; everything else of `threading` works."""

import unittest

from rig import run

import harness


class WithoutSwitching(unittest.TestCase):
    def test_a_thread_says_that_this_browser_cannot(self):
        result = run("import threading\nthreading.Thread(target=print).start()")
        self.assertEqual(result["problem"]["line"], 2)
        self.assertIn("This browser cannot run threads", result["problem"]["explanation"])

    def test_locks_and_queues_work(self):
        result = run("""
            import queue, threading, asyncio
            with threading.Lock(), threading.RLock(), threading.Condition():
                q = queue.Queue()
            q.put(1)
            q.get(), asyncio.run(asyncio.to_thread(sum, [1, 2]))
        """)
        self.assertEqual(result["value"], "(1, 3)")

    def test_who_asks_for_threads(self):
        for code in ("threading.Thread", "from threading import Timer", "judge.explore(1)", "to_thread"):
            self.assertTrue(harness.starts_threads("", code), code)
        for code in ("threading.Lock()", "import queue", "thread = 1", "x = ("):
            self.assertFalse(harness.starts_threads(code), code)
