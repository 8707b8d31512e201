# caught by: Examples.test_pass_on_the_code_as_it_is
# Patching time.monotonic comes too late: the default of `now` was taken when the class was defined.
import unittest
from unittest import mock

from sessions import Session


class SessionTests(unittest.TestCase):
    def test_ends(self):
        with mock.patch("time.monotonic", return_value=1_000):
            session = Session(30)
        with mock.patch("time.monotonic", return_value=1_030):
            self.assertFalse(session.is_alive())
