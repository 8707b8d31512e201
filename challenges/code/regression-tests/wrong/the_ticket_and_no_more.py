# caught by: Bugs.test_what_is_proposed
# Every reported shift is there. The next fix will break the one beside it, as the last three did.
import unittest

from shifts import minutes, total


class ShiftTests(unittest.TestCase):
    def test_ticket(self):
        self.assertEqual(minutes("22:00-06:00"), 480)
        self.assertEqual(minutes("08:00-08:00"), 1_440)
        self.assertEqual(minutes("16:00-24:00"), 480)
        self.assertEqual(minutes("16:00-00:00"), 480)

    def test_month(self):
        self.assertEqual(total(["22:00-06:00", "08:00-08:00", "22:00-06:00"]), 2_400)
        self.assertEqual(total([]), 0)
