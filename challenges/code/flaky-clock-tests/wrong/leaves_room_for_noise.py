# caught by: Bugs.test_the_end
# A margin was needed with a real clock; with a clock of one's own it only hides the exact end.
import unittest

from sessions import Expired, Session


class SessionTests(unittest.TestCase):
    def setUp(self):
        self.time = 1_000
        self.session = Session(30, now=lambda: self.time)

    def test_ends(self):
        self.assertAlmostEqual(self.session.left(), 30, delta=2)
        self.time += 28
        self.assertTrue(self.session.is_alive())
        self.time += 5
        self.assertFalse(self.session.is_alive())
        self.assertAlmostEqual(self.session.left(), 0, delta=2)
        for _ in range(2):
            self.assertRaises(Expired, self.session.use)
        self.assertFalse(self.session.is_alive())

    def test_use(self):
        for _ in range(2):
            self.time += 28
            self.session.use()
            self.assertAlmostEqual(self.session.left(), 30, delta=2)

    def test_below_zero(self):
        self.time = -40
        session = Session(30, now=lambda: self.time)
        self.time = -5
        self.assertFalse(session.is_alive())
