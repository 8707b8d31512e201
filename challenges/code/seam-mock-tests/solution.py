import unittest
from unittest import mock
from unittest.mock import call

from checkout import Declined, pay

ORDER = {"id": "A7", "cents": 1250, "card": "visa-1", "email": "ana@example.org"}
CHARGE = call.bank.charge("visa-1", 1250, key="A7")
PAID = call.mail.send("ana@example.org", "paid")
DECLINED = call.mail.send("ana@example.org", "declined")


class PayTests(unittest.TestCase):
    def setUp(self):
        self.world = mock.Mock()
        self.world.bank.charge.return_value = "receipt-1"

    def pay(self, **changes):
        return pay({**ORDER, **changes}, self.world.bank, self.world.mail)

    def assert_calls(self, *calls):
        self.assertEqual(self.world.mock_calls, list(calls))

    def test_charges_once_and_tells_afterwards(self):
        self.assertEqual(self.pay(), "receipt-1")
        self.assert_calls(CHARGE, PAID)

    def test_a_time_out_is_tried_once_more_with_the_same_key(self):
        self.world.bank.charge.side_effect = [TimeoutError, "receipt-2"]
        self.assertEqual(self.pay(), "receipt-2")
        self.assert_calls(CHARGE, CHARGE, PAID)

    def test_a_second_time_out_comes_out(self):
        self.world.bank.charge.side_effect = TimeoutError
        with self.assertRaises(TimeoutError):
            self.pay()
        self.assert_calls(CHARGE, CHARGE)

    def test_a_refusal_is_told_and_final(self):
        self.world.bank.charge.side_effect = Declined
        self.assertIsNone(self.pay())
        self.assert_calls(CHARGE, DECLINED)

    def test_nothing_is_charged_for_nothing(self):
        self.assertEqual(self.pay(cents=0), "free")
        self.assert_calls(PAID)

    def test_a_mail_that_fails_does_not_lose_the_receipt(self):
        self.world.mail.send.side_effect = OSError
        self.assertEqual(self.pay(), "receipt-1")
