# caught by: Bugs.test_express
# With one express parcel, twice 4.90 and 4.90 more are the same number.
import unittest

from shipping import fee


def test_limits():
    for grams, cents in [
        (1, 490), (2_000, 490), (2_001, 790), (10_000, 790), (10_001, 1_490), (31_500, 1_490),
    ]:
        assert fee(grams) == cents


def test_express():
    assert fee(500, express=True) == 980


class Refused(unittest.TestCase):
    def test_refused(self):
        for grams in (-1, 0, 31_501):
            self.assertRaises(ValueError, fee, grams)
