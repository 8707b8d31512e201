# caught by: Bugs.test_the_ledger_fails
# If all is taken back the sum is zero. It is also zero when the order is wrong.
import unittest

from ledger import BadLine, load


class Book:
    def __init__(self):
        self.total, self.closed = 0, 0
        self.error = ConnectionError()

    def post(self, account, cents):
        if account == "down":
            raise self.error
        self.total += cents

    def close(self):
        self.closed += 1


class LoadTests(unittest.TestCase):
    def setUp(self):
        self.book = Book()

    def test_books(self):
        self.assertEqual(load(["rent;-900", "", "pay;3100"], self.book), 2)
        self.assertEqual((self.book.total, self.book.closed), (2200, 1))

    def test_bad_lines(self):
        for line in ("rent", "rent;much"):
            book = Book()
            with self.assertRaises(BadLine) as caught:
                load(["pay;3100", "", line], book)
            self.assertEqual(caught.exception.number, 3)
            self.assertIsInstance(caught.exception.__cause__, ValueError)
            self.assertEqual((book.total, book.closed), (0, 1))

    def test_down(self):
        with self.assertRaises(ConnectionError) as caught:
            load(["rent;-900", "pay;3100", "down;1", "late;5"], self.book)
        self.assertIs(caught.exception, self.book.error)
        self.assertEqual((self.book.total, self.book.closed), (0, 1))
