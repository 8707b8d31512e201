import unittest

from sessions import Expired, Session


class SessionTests(unittest.TestCase):
    def setUp(self):
        self.time = 1_000
        self.session = Session(30, now=lambda: self.time)

    def test_lives_until_its_last_second_and_no_longer(self):
        for after, alive, left in [(0, True, 30), (29, True, 1), (30, False, 0), (31, False, 0)]:
            with self.subTest(after=after):
                self.time = 1_000 + after
                self.assertEqual((self.session.is_alive(), self.session.left()), (alive, left))

    def test_every_use_begins_the_whole_time_anew(self):
        for _ in range(2):
            self.time += 29
            self.session.use()
            self.assertEqual(self.session.left(), 30)

    def test_an_ended_session_cannot_be_used_again(self):
        self.time += 31
        for _ in range(2):
            with self.assertRaises(Expired):
                self.session.use()

    def test_the_clock_may_begin_below_zero(self):
        self.time = -40
        session = Session(30, now=lambda: self.time)
        self.time = -5
        self.assertFalse(session.is_alive())
