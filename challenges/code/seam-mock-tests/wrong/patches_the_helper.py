# caught by: Promises.test_pass_on_other_right_code
# _charge is the easiest thing to replace, and the first to be renamed.
import unittest
from unittest import mock

import checkout

ORDER = {"id": "A7", "cents": 1250, "card": "visa-1", "email": "ana@example.org"}


class PayTests(unittest.TestCase):
    def test_paid(self):
        mail = mock.Mock()
        with mock.patch("checkout._charge", return_value="receipt-1"):
            self.assertEqual(checkout.pay(ORDER, mock.Mock(), mail), "receipt-1")
        mail.send.assert_called_once_with("ana@example.org", "paid")

    def test_declined(self):
        mail = mock.Mock()
        with mock.patch("checkout._charge", side_effect=checkout.Declined):
            self.assertIsNone(checkout.pay(ORDER, mock.Mock(), mail))
        mail.send.assert_called_once_with("ana@example.org", "declined")
