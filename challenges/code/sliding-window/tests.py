import unittest
from itertools import count

import judge
from judge import strategies as st
from solution import rolling


def by_hand(readings, size):
    """The same figures, worked out anew for each window."""
    windows = [readings[i : i + size] for i in range(len(readings) - size + 1)]
    return [(sum(window) / size, max(window)) for window in windows]


class Examples(unittest.TestCase):
    def test_three_readings(self):
        """Gives a pair for each full window of three"""
        self.assertEqual(
            list(rolling([3, 1, 8, 2, 2], 3)), [(4.0, 8), (3.6666666666666665, 8), (4.0, 8)]
        )

    def test_too_few_readings(self):
        """Yields nothing when no window gets full"""
        self.assertEqual(list(rolling([5, 7], 3)), [])


class Figures(unittest.TestCase):
    def test_window_of_one(self):
        """A window of one repeats the readings, below zero too"""
        self.assertEqual(list(rolling([4, -2, -7], 1)), [(4.0, 4), (-2.0, -2), (-7.0, -7)])

    def test_equal_maxima(self):
        """A maximum that comes twice stays until its second copy leaves"""
        self.assertEqual([peak for _, peak in rolling([9, 9, 1, 1], 2)], [9, 9, 1])

    def test_spike_leaves_no_trace(self):
        """The mean is exact again once a spike has left the window"""
        readings = [10**17, 1, 2, 4, 8]
        self.assertEqual([mean for mean, _ in rolling(readings, 2)][1:], [1.5, 3.0, 6.0])

    def test_any_readings(self):
        """Agrees with figures worked out anew for each window"""
        judge.property(
            st.tuples(st.lists(st.integers(-4, 4), max_size=12), st.integers(1, 5)),
            lambda case: list(rolling(*case)),
            oracle=lambda case: by_hand(*case),
        )


class Call(unittest.TestCase):
    def test_size_is_checked_at_the_call(self):
        """A size of 0 or less is refused by the call itself"""
        for size in (0, -3):
            with self.subTest(size=size), self.assertRaises(ValueError):
                rolling([1, 2, 3], size)


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_call_reads_nothing(self):
        """Reads nothing before the first `next()`"""
        readings = judge.Source(count(), name="readings")
        judge.assert_iterator(rolling(readings, 4))
        readings.assert_pulled(exactly=0)

    def test_pair_is_never_late(self):
        """Each pair comes out before another reading is asked for"""
        readings = judge.Source(count(), name="readings")
        figures = rolling(readings, 4)
        self.assertEqual(next(figures), (1.5, 3))
        readings.assert_pulled(exactly=4)
        self.assertEqual(next(figures), (2.5, 4))
        readings.assert_pulled(exactly=5)


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_wide_window(self):
        """A wider window does not make a reading dearer, even when readings only fall"""
        judge.assert_growth(
            lambda n: (range(2 * n, 0, -1), n),
            lambda case: sum(1 for _ in rolling(*case)),
            at_most="n log n",
            reference=lambda case: sum(1 for _ in judge.reference.rolling(*case)),
        )


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_long_stream(self):
        """Memory stays the same however long the stream is, even when readings only rise"""
        judge.assert_peak_growth(
            range,
            lambda readings: sum(1 for _ in rolling(readings, 16)),
            at_most="1",
        )
