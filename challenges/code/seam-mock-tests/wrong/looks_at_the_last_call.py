# caught by: Bugs.test_time_outs
# assert_called_with looks at the last call and says nothing about how many there were.
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
        self.bank.charge.assert_called_with("visa-1", 1250, key="A7")
        self.mail.send.assert_called_with("ana@example.org", "paid")

    def test_declined(self):
        self.bank.charge.side_effect = Declined
        self.assertIsNone(pay(ORDER, self.bank, self.mail))
        self.mail.send.assert_called_with("ana@example.org", "declined")

    def test_timeout(self):
        self.bank.charge.side_effect = [TimeoutError, "receipt-2", "receipt-3"]
        self.assertEqual(pay(ORDER, self.bank, self.mail), "receipt-2")
        self.bank.charge.assert_called_with("visa-1", 1250, key="A7")
