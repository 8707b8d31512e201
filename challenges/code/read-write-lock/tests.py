import threading
import time
import unittest

import judge
from solution import ReadWriteLock


def moments(*visits):
    """Seconds at which visits began; each is a kind, when it comes, and how long it stays."""
    lock = ReadWriteLock()
    start = time.monotonic()
    began = [None] * len(visits)

    def visit(number, kind, comes, length):
        time.sleep(comes)
        with getattr(lock, kind)():
            began[number] = round(time.monotonic() - start, 1)
            time.sleep(length)

    threads = [
        threading.Thread(target=visit, args=(number, *each), name=f"{each[0]} {number + 1}")
        for number, each in enumerate(visits)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return began


class Examples(unittest.TestCase):
    def test_is_taken_and_let_go(self):
        """Can be taken for reading and for writing, again and again"""
        lock = ReadWriteLock()
        seen = []
        for _ in range(2):
            with lock.read():
                seen.append("read")
            with lock.write():
                seen.append("written")
        self.assertEqual(seen, ["read", "written"] * 2)

    def test_readers_share(self):
        """Lets three readers in at the same time"""
        began = moments(("read", 0, 10), ("read", 1, 10), ("read", 2, 10))
        self.assertEqual(began, [0, 1, 2], "seconds at which readers that come at 0, 1, 2 begin")


@judge.aspect("threads")
class Exclusion(unittest.TestCase):
    def test_writers_are_alone(self):
        """Lets one writer in at a time"""
        began = moments(("write", 0, 10), ("write", 1, 10), ("write", 2, 10))
        self.assertCountEqual(
            began, [0, 10, 20], "seconds at which writers that need 10 seconds begin"
        )

    def test_a_reader_waits_for_the_writer(self):
        """Lets readers in, all together, the moment the writer has ended"""
        began = moments(("write", 0, 10), ("read", 1, 5), ("read", 2, 5), ("read", 3, 5))
        self.assertEqual(began, [0, 10, 10, 10], "seconds at which a writer and 3 readers begin")

    def test_a_writer_waits_for_the_last_reader(self):
        """Lets a writer in the moment the last reader has ended"""
        began = moments(("read", 0, 4), ("read", 0.5, 9), ("write", 1, 3))
        self.assertEqual(began, [0, 0.5, 9.5], "seconds at which 2 readers and a writer begin")

    def test_nobody_overtakes_a_waiting_writer(self):
        """Lets new readers wait while a writer waits, so that it does not starve"""
        began = moments(("read", 0, 10), ("write", 1, 10), ("read", 2, 1), ("read", 3, 1))
        self.assertEqual(
            began, [0, 10, 20, 20], "seconds at which a reader, a writer and 2 late readers begin"
        )

    def test_goes_on_after_a_writer_that_waited(self):
        """Shares among readers again after writers have waited"""
        began = moments(
            ("read", 0, 5), ("write", 1, 5), ("write", 2, 5), ("read", 20, 5), ("read", 21, 5)
        )
        self.assertCountEqual(began[1:3], [5, 10], "seconds at which the two writers begin")
        self.assertEqual(began[3:], [20, 21], "seconds at which readers begin afterwards")


class Errors(unittest.TestCase):
    def test_an_error_lets_go(self):
        """Lets go of the lock when the block raises, and passes the exception on"""
        lock = ReadWriteLock()
        for take in (lock.read, lock.write, lock.read, lock.write):
            with self.assertRaises(ZeroDivisionError):
                with take():
                    1 / 0
        with lock.write():
            pass
        with lock.read():
            pass

    def test_locks_are_separate(self):
        """Two locks know nothing of each other"""
        one, other = ReadWriteLock(), ReadWriteLock()
        with one.write(), other.write():
            pass


class Table:
    """Two numbers that are the same except while somebody writes."""

    def __init__(self):
        self.lock = ReadWriteLock()
        self.one = self.other = 0

    def step(self):
        with self.lock.write():
            self.one += 1
            self.other += 1


@judge.aspect("threads")
class Schedules(unittest.TestCase):
    def read(self, table):
        with table.lock.read():
            one = table.one
            other = table.other
        self.assertEqual(one, other, "two numbers that a writer changes together, seen by a reader")

    def test_two_writers(self):
        """Two writers never change the same thing at once"""

        def check(table):
            self.assertEqual((table.one, table.other), (2, 2), "what two writers counted")

        judge.explore(
            Table, threads=[("one", Table.step), ("other", Table.step)], check=check, schedules=16
        )

    def test_readers_never_see_half_a_change(self):
        """Two readers never see a change that is half done"""
        judge.explore(
            Table,
            threads=[("reader", self.read), ("writer", Table.step), ("other", self.read)],
            check=lambda table: self.assertEqual(table.one, 1),
            schedules=16,
        )

    def test_a_writer_gets_in_after_two_readers(self):
        """Counts readers right when two come and go at the same time"""

        def check(table):
            table.step()
            self.assertEqual(table.one, 1)

        def visit(table):
            with table.lock.read():
                pass

        judge.explore(
            Table, threads=[("one", visit), ("other", visit)], check=check, schedules=30
        )
