# caught by: Bugs.test_what_was_shipped
# The headline of the ticket is tested, and the three comments below it are not.
import unittest

from shifts import minutes


class ShiftTests(unittest.TestCase):
    def test_martas_sunday(self):
        self.assertEqual(minutes("22:00-06:00"), 480)
