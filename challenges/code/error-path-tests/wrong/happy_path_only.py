# caught by: Bugs.test_a_bad_line
# Two files that work feel like a test of the import; the promises are about those that do not.
import unittest

from ledger import load


class Book:
    def __init__(self):
        self.calls = []

    def post(self, account, cents):
        self.calls.append((account, cents))

    def close(self):
        self.calls.append("close")


class LoadTests(unittest.TestCase):
    def test_books(self):
        book = Book()
        self.assertEqual(load(["rent;-900", "", "pay;3100"], book), 2)
        self.assertEqual(book.calls, [("rent", -900), ("pay", 3100), "close"])

    def test_books_nothing(self):
        book = Book()
        self.assertEqual(load([], book), 0)
        self.assertEqual(book.calls, ["close"])
