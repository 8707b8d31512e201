import pickle
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import judge
from solution import index

CORES = 4


class Machine:
    """Pretends a computer with four cores: a computation needs a core and its process's GIL."""

    def __init__(self, threads=16):
        self.gil, self.cores = threading.Lock(), threading.Semaphore(CORES)
        self.here = threading.local()
        self.threads = ThreadPoolExecutor(threads, "thread")
        self.processes = Processes(self)

    def begin_process(self):
        self.here.gil = threading.Lock()

    def compute(self, seconds):
        with getattr(self.here, "gil", self.gil), self.cores:
            if seconds:
                time.sleep(seconds)

    def index(self, pages):
        """Entries, and seconds; each page is its URL, seconds to fetch and seconds to parse."""
        waits = {url: seconds for url, seconds, _ in pages}
        works = {url: seconds for url, _, seconds in pages}

        def fetch(url):
            if waits[url]:
                time.sleep(waits[url])
            if "gone" in url:
                raise ConnectionError(url)
            return url

        def parse(page):
            self.compute(works[page])
            if "odd" in page:
                raise ValueError(page)
            return page.upper()

        fetch.__qualname__, parse.__qualname__ = "fetch", "parse"
        start = time.monotonic()
        urls = [url for url, _, _ in pages]
        entries = index(urls, fetch, parse, self.threads, self.processes)
        return entries, round(time.monotonic() - start, 2)


class Processes(ThreadPoolExecutor):
    """Pretends a `ProcessPoolExecutor`: a GIL for each worker, and nothing that cannot travel."""

    def __init__(self, machine):
        super().__init__(CORES, "process", initializer=machine.begin_process)

    def submit(self, work, /, *args, **kwargs):
        for each in (work, *args, *kwargs.values()):
            while isinstance(each, partial):
                each = each.func
            name = getattr(each, "__qualname__", "")
            if "<locals>" in name or "<lambda>" in name:
                raise pickle.PicklingError(f"Can't pickle {name}: it is not found by its name")
            if not callable(each):
                pickle.dumps(each)
        return super().submit(work, *args, **kwargs)


class Examples(unittest.TestCase):
    def test_in_the_order_of_the_urls(self):
        """Answers what was made of each page, in the order of the URLs"""
        entries, _ = Machine().index([("/a", 3, 1), ("/b", 1, 2), ("/c", 2, 0)])
        self.assertEqual(entries, ["/A", "/B", "/C"])

    def test_errors_stay_at_their_place(self):
        """Puts an exception at the place of its URL, and goes on with the others"""
        entries, _ = Machine().index([("/gone", 1, 1), ("/b", 1, 1), ("/odd", 1, 1), ("/d", 1, 1)])
        self.assertEqual([entries[1], entries[3]], ["/B", "/D"])
        self.assertIsInstance(entries[0], ConnectionError)
        self.assertIsInstance(entries[2], ValueError)


class Edges(unittest.TestCase):
    def test_nothing_to_do(self):
        """Answers an empty list for no URLs"""
        self.assertEqual(Machine().index([])[0], [])

    def test_a_url_twice(self):
        """Has an entry for each URL, also when one occurs twice"""
        entries, _ = Machine().index([("/a", 1, 1), ("/b", 1, 1), ("/a", 1, 1)])
        self.assertEqual(entries, ["/A", "/B", "/A"])

    def test_the_executors_are_lent(self):
        """Leaves both executors open"""
        machine = Machine()
        machine.index([("/a", 1, 1)])
        entries, _ = machine.index([("/b", 1, 1)])
        self.assertEqual(entries, ["/B"], "indexed with the same executors")


@judge.aspect("concurrency")
class Model(unittest.TestCase):
    def test_waiting(self):
        """Waits for twelve servers at the same time"""
        _, took = Machine().index([(f"/{number}", 2, 0) for number in range(12)])
        self.assertLess(took, 2.5, "seconds for 12 pages of 2 seconds each, with 16 threads")

    def test_computing(self):
        """Uses all four cores for parsing"""
        _, took = Machine().index([(f"/{number}", 0, 2) for number in range(8)])
        self.assertLess(took, 4.5, "seconds to parse 8 pages of 2 seconds each on 4 cores")

    def test_a_slow_page_at_the_front(self):
        """Parses pages that are there while the first one is still on its way"""
        pages = [("/slow", 10, 2), *[(f"/{number}", 1, 2) for number in range(7)]]
        _, took = Machine().index(pages)
        self.assertLess(took, 12.5, "seconds, where the first page takes 10 + 2")

    def test_a_slow_page_at_the_end(self):
        """Parses pages that are there while the last one is still on its way"""
        pages = [*[(f"/{number}", 1, 2) for number in range(7)], ("/slow", 10, 2)]
        _, took = Machine().index(pages)
        self.assertLess(took, 12.5, "seconds, where the last page takes 10 + 2")
