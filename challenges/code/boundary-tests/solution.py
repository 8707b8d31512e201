import unittest

from shipping import fee


class FeeTests(unittest.TestCase):
    def test_each_price_holds_from_its_first_gram_to_its_last(self):
        for grams, cents in [
            (1, 490),
            (2_000, 490),
            (2_001, 790),
            (10_000, 790),
            (10_001, 1_490),
            (31_500, 1_490),
        ]:
            with self.subTest(grams=grams):
                self.assertEqual(fee(grams), cents)

    def test_what_is_no_parcel_of_ours_is_refused(self):
        for grams in (-1, 0, 31_501):
            with self.subTest(grams=grams), self.assertRaises(ValueError):
                fee(grams)

    def test_express_costs_twice_as_much(self):
        for grams, cents in [(2_000, 980), (31_500, 2_980)]:
            with self.subTest(grams=grams):
                self.assertEqual(fee(grams, express=True), cents)
