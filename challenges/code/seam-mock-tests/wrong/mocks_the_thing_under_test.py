# caught by: Examples.test_pass_on_the_code_as_it_is
# Everything in reach is patched, the function under test included; what is tested then is the mock.
import unittest
from unittest import mock

import checkout


class PayTests(unittest.TestCase):
    def test_pays(self):
        with mock.patch("checkout.pay", return_value="receipt-1") as pay:
            self.assertEqual(checkout.pay({}, mock.Mock(), mock.Mock()), "receipt-1")
            pay.assert_called_once()
