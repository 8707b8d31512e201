import unittest
from itertools import count

import judge
from judge import strategies as st
from solution import merge


def ticks(start, step, label):
    """An endless stream: label at start, start + step, …"""
    return ((timestamp, label) for timestamp in count(start, step))


def labelled(columns):
    """Sorted streams out of lists of timestamps; an event says where it came from."""
    return [
        [(timestamp, (number, place)) for place, timestamp in enumerate(sorted(column))]
        for number, column in enumerate(columns)
    ]


class Examples(unittest.TestCase):
    def test_two_streams(self):
        """Merges two streams by timestamp"""
        a = [(1, "start"), (4, "stop")]
        b = [(2, "ping"), (3, "ping")]
        self.assertEqual(
            list(merge(a, b)), [(1, "start"), (2, "ping"), (3, "ping"), (4, "stop")]
        )

    def test_no_streams(self):
        """No streams, or only empty ones, make an empty feed"""
        self.assertEqual(list(merge()), [])
        self.assertEqual(list(merge([], [])), [])


class Order(unittest.TestCase):
    def test_ties_keep_stream_order(self):
        """Equal timestamps: all of the first stream, then all of the second"""
        a = [(1, "a1"), (1, "a2")]
        b = [(0, "b0"), (1, "b1")]
        c = [(1, "c1"), (2, "c2")]
        self.assertEqual(
            [event for _, event in merge(a, b, c)], ["b0", "a1", "a2", "b1", "c1", "c2"]
        )

    def test_events_are_never_compared(self):
        """Events that cannot be compared are no obstacle, at equal timestamps either"""
        a = [(1, {"service": "pay"}), (2, None)]
        b = [(1, {"service": "mail"}), (2, None)]
        self.assertEqual(
            list(merge(a, b)),
            [(1, {"service": "pay"}), (1, {"service": "mail"}), (2, None), (2, None)],
        )

    def test_any_streams(self):
        """Agrees with a stable sort of everything"""
        judge.property(
            st.lists(st.lists(st.integers(0, 5), max_size=4), max_size=4),
            lambda columns: list(merge(*labelled(columns))),
            oracle=lambda columns: sorted(
                (pair for stream in labelled(columns) for pair in stream), key=lambda pair: pair[0]
            ),
        )


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_call_reads_nothing(self):
        """Reads nothing before the first `next()`"""
        a = judge.Source(ticks(0, 1, "a"), name="a")
        judge.assert_iterator(merge(a))
        a.assert_pulled(exactly=0)

    def test_reads_only_what_it_needs(self):
        """Reads one pair a stream at first, then only the successor of what went out"""
        a = judge.Source(ticks(0, 1, "a"), name="a")
        b = judge.Source(ticks(1.5, 10, "b"), name="b")
        feed = merge(a, b)
        self.assertEqual(next(feed), (0, "a"))
        a.assert_pulled(exactly=1)
        b.assert_pulled(exactly=1)
        self.assertEqual(judge.take(3, feed), [(1, "a"), (1.5, "b"), (2, "a")])
        a.assert_pulled(exactly=3)
        b.assert_pulled(exactly=2)


@judge.aspect("laziness")
class Closing(unittest.TestCase):
    def test_caller_stops(self):
        """Closes every stream when the caller stops; a plain list needs none"""
        a = judge.Source(ticks(0, 1, "a"), name="a")
        b = judge.Source(ticks(5, 1, "b"), name="b")
        feed = merge(a, [(3, "list")], b)
        next(feed)
        feed.close()
        a.assert_closed()
        b.assert_closed()

    def test_first_pair_fails(self):
        """Closes every stream when one fails on its first pair"""
        a = judge.Source(ticks(0, 1, "a"), name="a")
        b = judge.Source(ticks(0, 1, "b"), fail_at=0, error=OSError("b is down"), name="b")
        c = judge.Source(ticks(0, 1, "c"), name="c")
        with self.assertRaisesRegex(OSError, "b is down"):
            next(merge(a, b, c))
        a.assert_closed()
        c.assert_closed()

    def test_later_pair_fails(self):
        """Closes every stream when one fails in mid-feed"""
        a = judge.Source(ticks(0, 1, "a"), name="a")
        b = judge.Source(ticks(0, 1, "b"), fail_at=2, error=OSError("b is down"), name="b")
        feed = merge(a, b)
        self.assertEqual(judge.take(4, feed), [(0, "a"), (0, "b"), (1, "a"), (1, "b")])
        with self.assertRaisesRegex(OSError, "b is down"):
            next(feed)
        a.assert_closed()


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_many_streams(self):
        """Cost grows as n log k, not as n times k"""

        def build(k):
            return [[(place * k + number, None) for place in range(4)] for number in range(k)]

        judge.assert_growth(
            build,
            lambda streams: sum(1 for _ in merge(*streams)),
            at_most="n log n",
            reference=lambda streams: sum(1 for _ in judge.reference.merge(*streams)),
        )
