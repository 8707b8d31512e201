import unittest
from itertools import count

import judge
from solution import batches


def alarm(record):
    return str(record).startswith("ALARM")


def never(record):
    return False


class Examples(unittest.TestCase):
    def test_alarm_flushes(self):
        """An alarm takes the half-full batch with it"""
        records = ["boot", "ALARM fan", "ping 1", "ping 2", "ping 3", "ping 4"]
        self.assertEqual(
            list(batches(records, 3, alarm)),
            [["boot", "ALARM fan"], ["ping 1", "ping 2", "ping 3"], ["ping 4"]],
        )

    def test_no_records(self):
        """No records make no batch"""
        self.assertEqual(list(batches([], 3, alarm)), [])


class Contents(unittest.TestCase):
    def test_rest_goes_out(self):
        """What is left at the end goes out as a shorter batch"""
        self.assertEqual(list(batches(range(5), 2, never)), [[0, 1], [2, 3], [4]])

    def test_no_empty_batch(self):
        """No batch is empty: alarm first, alarm on a full batch, alarm last"""
        records = ["ALARM 1", "a", "ALARM 2", "b", "ALARM 3"]
        self.assertEqual(
            list(batches(records, 2, alarm)), [["ALARM 1"], ["a", "ALARM 2"], ["b", "ALARM 3"]]
        )

    def test_batches_are_independent(self):
        """A batch that the caller kept or changed is not touched again"""
        stream = batches(range(6), 2, never)
        first = next(stream)
        second = next(stream)
        self.assertEqual(first, [0, 1], "the first batch changed after it had gone out")
        second.append("mine")
        self.assertEqual(next(stream), [4, 5])
        self.assertEqual(second, [2, 3, "mine"], "the second batch changed after it had gone out")

    def test_urgent_is_asked_once(self):
        """Asks `urgent` at most once about each record"""
        asked = []

        def urgent(record):
            asked.append(record)
            return False

        self.assertEqual(list(batches(range(7), 4, urgent)), [[0, 1, 2, 3], [4, 5, 6]])
        again = sorted({record for record in asked if asked.count(record) > 1})
        self.assertEqual(again, [], "records that `urgent` was asked about again")


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_call_reads_nothing(self):
        """Reads nothing before the first batch is asked for"""
        records = judge.Source(count(), name="records")
        judge.assert_iterator(batches(records, 3, never))
        records.assert_pulled(exactly=0)

    def test_full_batch_goes_out_at_once(self):
        """A full batch goes out before another record is read"""
        records = judge.Source(count(), name="records")
        stream = batches(records, 3, never)
        self.assertEqual(next(stream), [0, 1, 2])
        records.assert_pulled(exactly=3)
        self.assertEqual(next(stream), [3, 4, 5])
        records.assert_pulled(exactly=6)

    def test_alarm_goes_out_at_once(self):
        """An alarm goes out before another record is read"""
        records = judge.Source(["boot", "ALARM fan", "ping", "ping"], name="records")
        self.assertEqual(next(batches(records, 10, alarm)), ["boot", "ALARM fan"])
        records.assert_pulled(exactly=2)


class Failure(unittest.TestCase):
    def test_buffered_records_go_out_first(self):
        """When reading fails, buffered records go out, then the error follows"""
        records = judge.Source(count(), fail_at=5, error=OSError("log disk gone"), name="records")
        stream = batches(records, 3, never)
        self.assertEqual(next(stream), [0, 1, 2])
        try:
            rest = next(stream)
        except OSError:
            self.fail("the error came out before the two records that were already buffered")
        self.assertEqual(rest, [3, 4])
        with self.assertRaisesRegex(OSError, "log disk gone"):
            next(stream)

    def test_nothing_buffered(self):
        """When reading fails on an empty buffer, the error comes at once"""
        records = judge.Source(count(), fail_at=2, error=OSError("log disk gone"), name="records")
        stream = batches(records, 2, never)
        self.assertEqual(next(stream), [0, 1])
        with self.assertRaisesRegex(OSError, "log disk gone"):
            next(stream)

    def test_caller_stops(self):
        """A caller who stops early gets no error and no further batch"""
        stream = batches(range(7), 3, never)
        self.assertEqual(next(stream), [0, 1, 2])
        try:
            getattr(stream, "close", lambda: None)()
        except RuntimeError as error:
            self.fail(f"close() was answered with another batch: {error}")
