# caught by: Bugs.test_the_month
# `total` is one line and calls the function that is tested already, so it is left alone.
import unittest

from shifts import minutes


class ShiftTests(unittest.TestCase):
    def test_shifts(self):
        for shift, expected in [
            ("22:00-06:00", 480), ("08:00-08:00", 1_440), ("16:00-24:00", 480), ("16:00-00:00", 480),
            ("08:30-17:00", 510), ("23:45-00:15", 30), ("00:00-00:00", 1_440), ("00:00-07:00", 420),
            ("08:01-08:00", 1_439),
        ]:
            with self.subTest(shift=shift):
                self.assertEqual(minutes(shift), expected)
