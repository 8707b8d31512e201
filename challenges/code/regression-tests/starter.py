import unittest

from shifts import minutes


class ShiftTests(unittest.TestCase):
    def test_a_day_shift(self):
        self.assertEqual(minutes("08:30-17:00"), 510)


if __name__ == "__main__":
    unittest.main()
