# caught by: Bugs.test_paying
# The return values are all right; what the bank was asked for, nobody knows.
import unittest
from unittest import mock

from checkout import Declined, pay

ORDER = {"id": "A7", "cents": 1250, "card": "visa-1", "email": "ana@example.org"}


class PayTests(unittest.TestCase):
    def setUp(self):
        self.bank, self.mail = mock.Mock(), mock.Mock()
        self.bank.charge.return_value = "receipt-1"

    def test_paid(self):
        self.assertEqual(pay(ORDER, self.bank, self.mail), "receipt-1")

    def test_free(self):
        self.assertEqual(pay({**ORDER, "cents": 0}, self.bank, self.mail), "free")

    def test_declined(self):
        self.bank.charge.side_effect = Declined
        self.assertIsNone(pay(ORDER, self.bank, self.mail))

    def test_timeout(self):
        self.bank.charge.side_effect = [TimeoutError, "receipt-2"]
        self.assertEqual(pay(ORDER, self.bank, self.mail), "receipt-2")
