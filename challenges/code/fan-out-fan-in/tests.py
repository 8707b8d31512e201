import asyncio
import itertools
import unittest

import judge
from solution import pipeline


class Cursor:
    """Hands out `rows`, one every `seconds`; has to be closed, which takes `closing` seconds."""

    def __init__(self, rows, seconds=0.0, closing=0.0, error=None):
        self.rows = rows
        self.seconds = seconds
        self.closing = closing
        self.error = error
        self.read = 0
        self.open = False

    async def fetch(self):
        self.open = True
        try:
            for row in self.rows:
                await asyncio.sleep(self.seconds)
                self.read += 1
                yield row
            if self.error is not None:
                await asyncio.sleep(self.seconds)
                raise self.error
        finally:
            await asyncio.sleep(self.closing)
            self.open = False


def errors_in(error):
    """The errors inside an exception group, however deep; or the error itself."""
    if isinstance(error, BaseExceptionGroup):
        return [leaf for inner in error.exceptions for leaf in errors_in(inner)]
    return [error]


class Examples(unittest.TestCase):
    def test_stores_in_the_order_of_being_ready(self):
        """Stores customers 3, 1, 2 as their lookups finish: 1, 2, 3"""
        stored = []
        look_up = judge.Service(lambda n: f"customer {n}", seconds=lambda n: n, name="enrich")
        save = judge.Service(stored.append, seconds=0, name="store")
        with judge.clock() as clock:
            rows = Cursor([3, 1, 2]).fetch()
            count = clock.run(pipeline(rows, look_up, save, workers=3, buffer=8))
        self.assertEqual(stored, ["customer 1", "customer 2", "customer 3"])
        self.assertEqual(count, 3)

    def test_every_row_arrives_once(self):
        """Stores each of fifty rows once, through small buffers"""
        stored = []
        enrich = judge.Service(lambda n: n * n, seconds=lambda n: n % 7, name="enrich")
        save = judge.Service(stored.append, seconds=0.25, name="store")
        with judge.clock() as clock:
            rows = Cursor(range(50)).fetch()
            count = clock.run(pipeline(rows, enrich, save, workers=4, buffer=1))
        lost = {n * n for n in range(50)}.difference(stored)
        self.assertEqual(lost, set(), "records that were never stored")
        self.assertEqual(len(stored), 50, "records stored")
        self.assertEqual(count, 50)

    def test_no_rows(self):
        """Returns 0 for an empty cursor"""
        enrich, save = judge.Service(name="enrich"), judge.Service(name="store")
        with judge.clock() as clock:
            rows = Cursor([]).fetch()
            count = clock.run(pipeline(rows, enrich, save, workers=2, buffer=2))
        self.assertEqual(count, 0)


@judge.aspect("concurrency")
class Flow(unittest.TestCase):
    def test_workers(self):
        """Looks up four at once, never five, and stores one at a time"""
        enrich = judge.Service(seconds=3, name="enrich")
        save = judge.Service(seconds=0.5, name="store")
        with judge.clock() as clock:
            rows = Cursor(range(24)).fetch()
            clock.run(pipeline(rows, enrich, save, workers=4, buffer=2))
        enrich.assert_concurrency(max=4, reaches=4)
        save.assert_concurrency(max=1)

    def test_stages_overlap(self):
        """Reads, looks up and stores at the same time instead of in turn"""
        enrich = judge.Service(seconds=3, name="enrich")
        save = judge.Service(seconds=1, name="store")
        with judge.clock() as clock:
            rows = Cursor(range(6), seconds=1).fetch()
            clock.run(pipeline(rows, enrich, save, workers=3, buffer=3))
        # 10 s with a reader of its own, 12 s when workers take turns to read, 15 s stage by stage.
        clock.assert_elapsed(at_most=13)

    def test_slow_row(self):
        """One slow lookup holds up one worker, not the rows behind it"""
        enrich = judge.Service(seconds=lambda n: 20 if n == 0 else 1, name="enrich")
        save = judge.Service(seconds=0.25, name="store")
        with judge.clock() as clock:
            rows = Cursor(range(12)).fetch()
            clock.run(pipeline(rows, enrich, save, workers=2, buffer=2))
        clock.assert_elapsed(at_most=21)

    def test_back_pressure(self):
        """Reads at most 13 rows of an endless cursor while the store hangs"""
        cursor = Cursor(itertools.count(), seconds=1)
        enrich = judge.Service(seconds=1, name="enrich")
        save = judge.Service(seconds=10_000, name="store")
        with judge.clock() as clock, self.assertRaises(asyncio.CancelledError):
            rows = cursor.fetch()
            clock.run(pipeline(rows, enrich, save, workers=3, buffer=4), cancel_after=500)
        self.assertLessEqual(cursor.read, 13, "rows read with workers=3, buffer=4")


@judge.aspect("concurrency")
class Shutdown(unittest.TestCase):
    def run_to_the_end(self, cursor, enrich, save, cancel_after=None):
        """Run a pipeline of three workers; return the clock and the errors that came out."""
        open_at_the_end = []
        errors = []

        async def main():
            try:
                await pipeline(cursor.fetch(), enrich, save, workers=3, buffer=2)
            finally:
                open_at_the_end.append(cursor.open)

        with judge.clock() as clock:
            try:
                clock.run(main(), cancel_after=cancel_after)
            except judge.Failure:
                raise
            except (Exception, asyncio.CancelledError) as error:
                errors = errors_in(error)
        judge.assert_no_leaks()
        [still_open] = open_at_the_end
        self.assertFalse(still_open, "the cursor was not closed when the pipeline ended")
        return clock, errors

    def moment_of_failure(self, service):
        """The virtual second at which a call of this service raised."""
        return next(call.end for call in service.calls if call.outcome == "raised")

    def test_more_workers_than_rows(self):
        """All workers stop at the end of the rows, busy or not"""
        enrich, save = judge.Service(name="enrich"), judge.Service(name="store")
        clock, errors = self.run_to_the_end(Cursor([1, 2], closing=0.5), enrich, save)
        self.assertEqual(errors, [])
        clock.assert_elapsed(at_most=4)

    def test_enrich_fails(self):
        """Stops everything at once when a lookup fails"""
        failure = LookupError("no such address")

        def look_up(n):
            if n == 4:
                raise failure
            return n

        enrich = judge.Service(look_up, seconds=lambda n: 1 if n == 4 else 2, name="enrich")
        save = judge.Service(name="store")
        clock, errors = self.run_to_the_end(Cursor(range(200), 0.25), enrich, save)
        self.assertIn(failure, errors)
        clock.assert_elapsed(exactly=self.moment_of_failure(enrich))

    def test_store_fails(self):
        """Stops everything at once when storing fails"""
        failure = OSError("disk full")

        def write(record):
            if record == 2:
                raise failure

        enrich = judge.Service(seconds=0.5, name="enrich")
        save = judge.Service(write, seconds=4, name="store")
        clock, errors = self.run_to_the_end(Cursor(range(200), 0.25), enrich, save)
        self.assertIn(failure, errors)
        clock.assert_elapsed(exactly=self.moment_of_failure(save))

    def test_reading_fails(self):
        """Stops everything at once when the cursor fails"""
        failure = ConnectionError("cursor lost")
        enrich = judge.Service(seconds=30, name="enrich")
        save = judge.Service(name="store")
        cursor = Cursor([0, 1], seconds=1, error=failure)
        clock, errors = self.run_to_the_end(cursor, enrich, save)
        self.assertIn(failure, errors)
        clock.assert_elapsed(exactly=3)
        enrich.assert_cancelled(times=2)

    def test_closes_the_cursor_first(self):
        """Waits until the cursor is closed before it lets an error out"""
        failure = OSError("disk full")

        def write(record):
            raise failure

        enrich = judge.Service(seconds=1, name="enrich")
        save = judge.Service(write, seconds=10, name="store")
        cursor = Cursor(range(200), 0.25, closing=2)
        clock, errors = self.run_to_the_end(cursor, enrich, save)
        self.assertIn(failure, errors)
        clock.assert_elapsed(exactly=self.moment_of_failure(save) + 2)

    def test_cancelled(self):
        """Stops everything at once when it is cancelled"""
        enrich = judge.Service(seconds=10, name="enrich")
        save = judge.Service(name="store")
        clock, errors = self.run_to_the_end(
            Cursor(range(200), 0.25), enrich, save, cancel_after=5
        )
        self.assertEqual([type(error) for error in errors], [asyncio.CancelledError])
        clock.assert_elapsed(exactly=5)
        enrich.assert_cancelled(times=3)
