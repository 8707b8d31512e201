# caught by: Bugs.test_last_gram_of_a_price
# One comfortable weight for each price looks like full coverage, and it is: of lines, not of limits.
import unittest

from shipping import fee


class FeeTests(unittest.TestCase):
    def test_light(self):
        self.assertEqual(fee(500), 490)

    def test_medium(self):
        self.assertEqual(fee(5_000), 790)

    def test_heavy(self):
        self.assertEqual(fee(20_000), 1_490)

    def test_express(self):
        self.assertEqual(fee(500, express=True), 980)
        self.assertEqual(fee(20_000, express=True), 2_980)

    def test_refused(self):
        for grams in (-5, 0, 40_000):
            with self.assertRaises(ValueError):
                fee(grams)
