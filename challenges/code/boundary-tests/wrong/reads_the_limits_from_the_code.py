# caught by: Promises.test_pass_on_other_right_code
# Importing the constants saves typing; it ties the tests to names, and a mistyped limit would pass.
import unittest

import shipping
from shipping import fee


class FeeTests(unittest.TestCase):
    def test_limits(self):
        self.assertEqual(fee(1), 490)
        self.assertEqual(fee(shipping.LIGHT), 490)
        self.assertEqual(fee(shipping.LIGHT + 1), 790)
        self.assertEqual(fee(shipping.MEDIUM), 790)
        self.assertEqual(fee(shipping.MEDIUM + 1), 1_490)
        self.assertEqual(fee(shipping.HEAVY, express=True), 2_980)

    def test_refused(self):
        for grams in (-1, 0, shipping.HEAVY + 1):
            self.assertRaises(ValueError, fee, grams)
