import random
import unittest

import judge
from judge import strategies as st
from solution import IntervalMap


class Examples(unittest.TestCase):
    def test_splits_the_range_it_overwrites(self):
        """Splits a range when a new one is put into its middle"""
        price = priced((0, 24, 40), (8, 12, 55))
        self.assertEqual((price.get(8), price.get(12)), (55, 40))
        self.assertEqual(price.ranges(), [(0, 8, 40), (8, 12, 55), (12, 24, 40)])

    def test_joins_touching_ranges_of_equal_value(self):
        """Shows touching ranges of equal value as one"""
        price = priced((0, 24, 40), (8, 12, 55), (8, 12, 40))
        self.assertEqual(price.ranges(), [(0, 24, 40)])
        price.assign(24, 30, 40)
        price.assign(-6, 0, 40)
        self.assertEqual(price.ranges(), [(-6, 30, 40)])

    def test_has_no_price_outside(self):
        """Answers `None` where nothing was assigned"""
        price = IntervalMap()
        self.assertIsNone(price.get(5))
        self.assertEqual(price.ranges(), [])
        price.assign(0, 24, 40)
        self.assertEqual((price.get(-1), price.get(24)), (None, None))


class Rules(unittest.TestCase):
    def test_the_end_does_not_belong_to_the_range(self):
        """Includes the start of a range and leaves out its end"""
        price = priced((10, 20, 40), (20, 30, 55))
        around = [price.get(at) for at in (9, 10, 19, 20, 29, 30)]
        self.assertEqual(around, [None, 40, 40, 55, 55, None])
        price.assign(5, 10, 70)
        self.assertEqual(price.ranges(), [(5, 10, 70), (10, 20, 40), (20, 30, 55)])

    def test_swallows_whole_ranges_and_trims_the_outer_ones(self):
        """Overwrites several ranges and keeps what sticks out on both sides"""
        price = priced((0, 10, 1), (10, 20, 2), (25, 30, 3), (30, 40, 4))
        price.assign(5, 35, 9)
        self.assertEqual(price.ranges(), [(0, 5, 1), (5, 35, 9), (35, 40, 4)])
        price.assign(0, 40, 8)
        self.assertEqual(price.ranges(), [(0, 40, 8)])

    def test_none_closes_a_range(self):
        """Closes a range when `None` is assigned"""
        price = priced((0, 24, 40), (8, 12, None))
        self.assertEqual((price.get(7), price.get(8), price.get(12)), (40, None, 40))
        self.assertEqual(price.ranges(), [(0, 8, 40), (12, 24, 40)])
        price.assign(-5, 50, None)
        self.assertEqual(price.ranges(), [])

    def test_zero_is_a_price(self):
        """Treats `0` as a price, not as closed"""
        price = priced((0, 24, 40), (8, 12, 0))
        self.assertEqual(price.get(8), 0)
        self.assertEqual(price.ranges(), [(0, 8, 40), (8, 12, 0), (12, 24, 40)])

    def test_refuses_an_empty_or_backward_range(self):
        """Raises `ValueError` for `start >= end` and changes nothing"""
        price = priced((0, 24, 40))
        for start, end in ((5, 5), (9, 8)):
            with self.assertRaises(ValueError):
                price.assign(start, end, 55)
        self.assertEqual(price.ranges(), [(0, 24, 40)])

    def test_behaves_like_one_price_for_every_minute(self):
        """Agrees with a table of every single minute on any series of changes"""
        change = st.tuples(st.integers(0, 11), st.integers(1, 6), st.sampled_from([None, 0, 1, 2]))
        judge.property(
            st.lists(change, max_size=12),
            lambda changes: observe(IntervalMap(), changes),
            oracle=lambda changes: observe(MinuteTable(), changes),
            runs=200,
        )


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_a_lookup_does_not_walk_through_the_ranges(self):
        """Finds a price without walking through all ranges"""

        def build(n):
            moments = list(range(0, 10 * n, 10))
            random.Random(n).shuffle(moments)
            return moments, ladder(IntervalMap, n), ladder(judge.reference.IntervalMap, n)

        def look_up(price, moments):
            for moment in moments:
                price.get(moment)

        judge.assert_growth(
            build,
            lambda case: look_up(case[1], case[0]),
            at_most="n log n",
            sizes=[256, 512, 1024, 2048],
            reference=lambda case: look_up(case[2], case[0]),
        )

    def test_an_assignment_does_not_rebuild_the_map(self):
        """Puts a range in its place without going through all others"""
        steps = list(range(1_000))
        random.Random(7).shuffle(steps)
        changes = [(10 * step, 10 * step + 5, step) for step in steps]
        judge.assert_cost(
            lambda: priced(*changes),
            at_most=12.0,
            relative_to=lambda: priced(*changes, kind=judge.reference.IntervalMap),
        )


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_a_wide_range_weighs_as_much_as_a_narrow_one(self):
        """Stores a range 200 000 minutes wide in the space of a short one"""

        def run():
            price = priced((0, 200_000, 40), (80_000, 90_000, 55))
            price.get(85_000)

        judge.assert_peak(run, at_most="64 KiB")

    def test_overwritten_ranges_are_forgotten(self):
        """Keeps nothing of the ranges that were overwritten"""

        def run():
            price = IntervalMap()
            for turn in range(10_000):
                price.assign(0, 1_000 + turn % 7, turn % 5)

        judge.assert_peak(run, at_most="64 KiB")


class MinuteTable:
    """One value a minute, for the minutes 0 to 19."""

    def __init__(self):
        self.values = [None] * 20

    def assign(self, start, end, value):
        self.values[start:end] = [value] * (end - start)

    def get(self, at):
        return self.values[at]

    def ranges(self):
        runs = []
        for minute, value in enumerate(self.values):
            if value is None:
                continue
            if runs and runs[-1][1:] == (minute, value):
                runs[-1] = (runs[-1][0], minute + 1, value)
            else:
                runs.append((minute, minute + 1, value))
        return runs


def observe(price, changes):
    """Make the changes (start, length, value); return the ranges and every minute's value."""
    for start, length, value in changes:
        price.assign(start, start + length, value)
    return list(price.ranges()), [price.get(minute) for minute in range(20)]


def priced(*assignments, kind=IntervalMap):
    """A map after these assignments."""
    price = kind()
    for start, end, value in assignments:
        price.assign(start, end, value)
    return price


def ladder(kind, n):
    """A map of n touching ranges, each ten minutes wide, all of different value."""
    return priced(*((10 * step, 10 * step + 10, step) for step in range(n)), kind=kind)
