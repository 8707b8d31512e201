# caught by: Bugs.test_first_gram_of_a_price
# "Up to and including" is in the text, so the last gram gets its test and the first one after it does not.
import unittest

from shipping import fee


class FeeTests(unittest.TestCase):
    def test_limits(self):
        for grams, cents in [(1, 490), (2_000, 490), (10_000, 790), (31_500, 1_490)]:
            self.assertEqual(fee(grams), cents)

    def test_express(self):
        self.assertEqual(fee(31_500, express=True), 2_980)

    def test_refused(self):
        for grams in (-1, 0, 50_000):
            self.assertRaises(ValueError, fee, grams)
