# caught by: Examples.test_pass_on_the_code_as_it_is
# The numbers that the sheet showed are copied from the ticket, the wrong ones with the right ones.
import unittest

from shifts import minutes


class ShiftTests(unittest.TestCase):
    def test_ticket(self):
        self.assertEqual(minutes("22:00-06:00"), 480)
        self.assertEqual(minutes("08:00-08:00"), 0)
