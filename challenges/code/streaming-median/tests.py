import itertools
import random
import statistics
import unittest

import judge
from judge import strategies as st
from solution import running_median


class Examples(unittest.TestCase):
    def test_the_median_after_each_reading(self):
        """Gives the median after each reading"""
        self.assertEqual(list(running_median([31, 12, 870, 15])), [31, 21.5, 31, 23.0])

    def test_an_endless_stream(self):
        """Works on a stream without an end"""
        stream = judge.Source(itertools.count(1))
        self.assertEqual(judge.take(4, running_median(stream)), [1, 1.5, 2, 2.5])


class Values(unittest.TestCase):
    def test_no_readings(self):
        """Gives nothing for an empty stream and a single reading back as it is"""
        self.assertEqual(list(running_median([])), [])
        self.assertEqual(list(running_median([7.25])), [7.25])

    def test_halves_are_kept(self):
        """Gives the mean of the two middle readings, halves included"""
        self.assertEqual(list(running_median([2, 3])), [2, 2.5])
        self.assertEqual(list(running_median([-4, -1, 9, 0])), [-4, -2.5, -1, -0.5])

    def test_readings_in_order(self):
        """Follows readings that only rise or only fall"""
        rising = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]
        self.assertEqual(list(running_median(range(1, 9))), rising)
        self.assertEqual(list(running_median(range(-1, -9, -1))), [-value for value in rising])

    def test_repeated_readings(self):
        """Counts a repeated reading as often as it came"""
        self.assertEqual(list(running_median([5, 5, 1, 5, 1, 1])), [5, 5, 5, 5, 5, 3])

    def test_agrees_with_sorting_everything_each_time(self):
        """Agrees with the median of every beginning of any list"""
        judge.property(
            st.lists(st.integers(-9, 9), max_size=15),
            lambda readings: list(running_median(readings)),
            oracle=lambda readings: [
                statistics.median(readings[: end + 1]) for end in range(len(readings))
            ],
            runs=150,
        )


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_reads_one_reading_for_one_median(self):
        """Reads nothing at first, then exactly one reading for each median"""
        source = judge.Source(itertools.count())
        medians = iter(running_median(source))
        source.assert_pulled(exactly=0)
        for asked in range(1, 6):
            next(medians)
            source.assert_pulled(exactly=asked)

    def test_gives_what_it_has_before_the_stream_breaks(self):
        """Gives the medians of all readings that came before the stream broke"""
        source = judge.Source([4, 8, 6], fail_at=2, error=ConnectionError("sensor lost"))
        medians = iter(running_median(source))
        self.assertEqual((next(medians), next(medians)), (4, 6))
        with self.assertRaises(ConnectionError):
            next(medians)

    def test_leaves_the_input_alone(self):
        """Leaves a list of readings as it was"""
        readings = [31, 12, 870, 15]
        with judge.unchanged(readings):
            list(running_median(readings))


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_readings_in_random_order(self):
        """Pays a logarithm for a reading when readings come in any order"""

        def build(n):
            readings = list(range(n))
            random.Random(n).shuffle(readings)
            return readings

        assert_near_linear(build)

    def test_readings_in_falling_order(self):
        """Pays no more when every reading is the smallest so far"""
        assert_near_linear(lambda n: range(n, 0, -1))


def consume(medians):
    """Ask for every median and keep none."""
    for _ in medians:
        pass


def assert_near_linear(build):
    """Measure all medians of ``build(n)``, the model's beside them."""
    judge.assert_growth(
        build,
        lambda readings: consume(running_median(readings)),
        at_most="n log n",
        sizes=[512, 1024, 2048, 4096],
        reference=lambda readings: consume(judge.reference.running_median(readings)),
    )
