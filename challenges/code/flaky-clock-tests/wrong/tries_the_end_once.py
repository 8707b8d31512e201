# caught by: Bugs.test_the_end_is_for_good
# Expired was raised, so the test is over. Nobody asks the session again.
import unittest

from sessions import Expired, Session


class SessionTests(unittest.TestCase):
    def setUp(self):
        self.time = -1_000
        self.session = Session(30, now=lambda: self.time)

    def test_moments(self):
        for after, alive, left in [(0, True, 30), (29, True, 1), (30, False, 0), (31, False, 0)]:
            self.time = after - 1_000
            self.assertEqual((self.session.is_alive(), self.session.left()), (alive, left))

    def test_use(self):
        for _ in range(2):
            self.time += 29
            self.session.use()
            self.assertEqual(self.session.left(), 30)

    def test_end(self):
        self.time += 30
        with self.assertRaises(Expired):
            self.session.use()
