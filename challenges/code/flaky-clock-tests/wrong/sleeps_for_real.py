# caught by: Manners.test_wait_for_nothing
# It is what the class does, after all: so let us wait and see. Each run costs the seconds again.
import time
import unittest

from sessions import Expired, Session


class SessionTests(unittest.TestCase):
    def test_ends(self):
        session = Session(0.2)
        self.assertTrue(session.is_alive())
        time.sleep(0.3)
        self.assertFalse(session.is_alive())
        self.assertEqual(session.left(), 0)
        with self.assertRaises(Expired):
            session.use()

    def test_use(self):
        session = Session(0.2)
        time.sleep(0.15)
        session.use()
        time.sleep(0.15)
        self.assertTrue(session.is_alive())
