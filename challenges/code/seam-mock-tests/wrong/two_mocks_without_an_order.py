# caught by: Bugs.test_telling
# Each mock knows its own calls, and neither knows which of them came first.
import unittest
from unittest import mock

from checkout import Declined, pay

ORDER = {"id": "A7", "cents": 1250, "card": "visa-1", "email": "ana@example.org"}
CHARGE = mock.call("visa-1", 1250, key="A7")


class PayTests(unittest.TestCase):
    def setUp(self):
        self.bank, self.mail = mock.Mock(), mock.Mock()
        self.bank.charge.return_value = "receipt-1"

    def test_paid(self):
        self.assertEqual(pay(ORDER, self.bank, self.mail), "receipt-1")
        self.assertEqual(self.bank.charge.mock_calls, [CHARGE])
        self.assertEqual(self.mail.send.mock_calls, [mock.call("ana@example.org", "paid")])

    def test_free(self):
        self.assertEqual(pay({**ORDER, "cents": 0}, self.bank, self.mail), "free")
        self.assertEqual(self.bank.charge.mock_calls, [])
        self.assertEqual(self.mail.send.mock_calls, [mock.call("ana@example.org", "paid")])

    def test_declined(self):
        self.bank.charge.side_effect = Declined
        self.assertIsNone(pay(ORDER, self.bank, self.mail))
        self.assertEqual(self.bank.charge.mock_calls, [CHARGE])
        self.assertEqual(self.mail.send.mock_calls[-1], mock.call("ana@example.org", "declined"))

    def test_timeouts(self):
        self.bank.charge.side_effect = [TimeoutError, "receipt-2"]
        self.assertEqual(pay(ORDER, self.bank, self.mail), "receipt-2")
        self.assertEqual(self.bank.charge.mock_calls, [CHARGE, CHARGE])
        self.bank.charge.side_effect = TimeoutError
        self.assertRaises(TimeoutError, pay, ORDER, self.bank, self.mail)
        self.assertEqual(len(self.bank.charge.mock_calls), 4)

    def test_mail(self):
        self.mail.send.side_effect = OSError
        self.assertEqual(pay(ORDER, self.bank, self.mail), "receipt-1")
