# caught by: Manners.test_leave_nothing_replaced
# Assigning to time.monotonic works in this file, and in every file whose tests run after it.
import time
import unittest

from sessions import Expired, Session


class SessionTests(unittest.TestCase):
    def setUp(self):
        self.time = 1_000
        time.monotonic = lambda: self.time
        self.session = Session(30, now=time.monotonic)

    def test_ends(self):
        for after, alive, left in [(0, True, 30), (29, True, 1), (30, False, 0), (31, False, 0)]:
            self.time = 1_000 + after
            self.assertEqual((self.session.is_alive(), self.session.left()), (alive, left))

    def test_use(self):
        self.time += 29
        self.session.use()
        self.assertEqual(self.session.left(), 30)
        self.time += 30
        self.assertRaises(Expired, self.session.use)
