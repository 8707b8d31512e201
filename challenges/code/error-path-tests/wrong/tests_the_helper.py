# caught by: Promises.test_pass_on_other_right_code
# _parse is the easy part to test, but its underscore says that it may be gone tomorrow.
import unittest

from ledger import BadLine, _parse, load


class Book:
    def __init__(self):
        self.calls = []

    def post(self, account, cents):
        self.calls.append((account, cents))

    def close(self):
        self.calls.append("close")


class ParseTests(unittest.TestCase):
    def test_good(self):
        self.assertEqual(_parse(1, "rent ; -900"), ("rent", -900))

    def test_bad(self):
        with self.assertRaises(BadLine) as caught:
            _parse(7, "rent")
        self.assertEqual(caught.exception.number, 7)

    def test_load(self):
        book = Book()
        load(["rent;-900"], book)
        self.assertEqual(book.calls, [("rent", -900), "close"])
