import unittest
from unittest import mock

from checkout import pay

ORDER = {"id": "A7", "cents": 1250, "card": "visa-1", "email": "ana@example.org"}


class PayTests(unittest.TestCase):
    def test_pays(self):
        bank, mail = mock.Mock(), mock.Mock()
        pay(ORDER, bank, mail)
        self.assertTrue(bank.charge.called)


if __name__ == "__main__":
    unittest.main()
