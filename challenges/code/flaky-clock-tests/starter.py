import time
import unittest

from sessions import Session


class SessionTests(unittest.TestCase):
    def test_ends(self):
        session = Session(0.2)
        self.assertTrue(session.is_alive())
        time.sleep(0.3)
        self.assertFalse(session.is_alive())


if __name__ == "__main__":
    unittest.main()
