import unittest

from shifts import minutes, total


class ReportedShifts(unittest.TestCase):
    def test_each_shift_of_the_ticket(self):
        for shift, expected in [
            ("22:00-06:00", 480),
            ("08:00-08:00", 1_440),
            ("16:00-24:00", 480),
            ("16:00-00:00", 480),
        ]:
            with self.subTest(shift=shift):
                self.assertEqual(minutes(shift), expected)

    def test_their_neighbours(self):
        for shift, expected in [
            ("08:30-17:00", 510),
            ("23:45-00:15", 30),
            ("00:00-00:00", 1_440),
            ("00:00-07:00", 420),
            ("08:01-08:00", 1_439),
        ]:
            with self.subTest(shift=shift):
                self.assertEqual(minutes(shift), expected)

    def test_a_month_adds_up_its_shifts(self):
        self.assertEqual(total(["22:00-06:00", "08:30-17:00", "22:00-06:00"]), 1_470)
        self.assertEqual(total([]), 0)
