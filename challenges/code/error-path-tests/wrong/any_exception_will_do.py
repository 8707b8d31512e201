# caught by: Bugs.test_a_bad_line
# assertRaises(Exception) is satisfied by a typo in the code as much as by the error that was promised.
import unittest

from ledger import load


class Book:
    def __init__(self):
        self.calls = []

    def post(self, account, cents):
        if account == "down":
            raise ConnectionError
        self.calls.append((account, cents))

    def close(self):
        self.calls.append("close")


class LoadTests(unittest.TestCase):
    def setUp(self):
        self.book = Book()

    def test_books(self):
        self.assertEqual(load(["rent;-900", "", "pay;3100"], self.book), 2)
        self.assertEqual(self.book.calls, [("rent", -900), ("pay", 3100), "close"])

    def test_bad_line(self):
        with self.assertRaises(Exception):
            load(["pay;3100", "", "rent;much"], self.book)
        self.assertEqual(self.book.calls, ["close"])

    def test_down(self):
        with self.assertRaises(Exception):
            load(["rent;-900", "pay;3100", "down;1"], self.book)
        back = [("pay", -3100), ("rent", 900)]
        self.assertEqual(self.book.calls, [("rent", -900), ("pay", 3100), *back, "close"])
