# caught by: Promises.test_pass_on_other_right_code
# The text of the error is right there in the code, so why not compare it? Because it was never promised.
import unittest

from shipping import fee


class FeeTests(unittest.TestCase):
    def test_limits(self):
        for grams, cents in [
            (1, 490), (2_000, 490), (2_001, 790), (10_000, 790), (10_001, 1_490), (31_500, 1_490),
        ]:
            self.assertEqual(fee(grams), cents)
            self.assertEqual(fee(grams, express=True), 2 * cents)

    def test_refused(self):
        for grams in (-1, 0):
            with self.assertRaisesRegex(ValueError, "a parcel weighs something"):
                fee(grams)
        with self.assertRaisesRegex(ValueError, "too heavy for us"):
            fee(31_501)
