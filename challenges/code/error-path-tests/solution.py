import unittest

from ledger import BadLine, load


class Book:
    """Remembers every call in order; the first post to the account `down` fails."""

    def __init__(self):
        self.calls = []
        self.error = ConnectionError("the ledger is gone")

    def post(self, account, cents):
        if account == "down":
            raise self.error
        self.calls.append((account, cents))

    def close(self):
        self.calls.append("close")


class LoadTests(unittest.TestCase):
    def setUp(self):
        self.book = Book()

    def test_books_every_line(self):
        self.assertEqual(load(["rent;-900", "", "pay;3100"], self.book), 2)
        self.assertEqual(self.book.calls, [("rent", -900), ("pay", 3100), "close"])

    def test_a_bad_line_is_named_and_nothing_is_booked(self):
        for line in ("rent", "rent;much", "rent;1;2"):
            with self.subTest(line=line):
                book = Book()
                with self.assertRaises(BadLine) as caught:
                    load(["pay;3100", "", line], book)
                self.assertEqual(caught.exception.number, 3)
                self.assertIsInstance(caught.exception.__cause__, ValueError)
                self.assertEqual(book.calls, ["close"])

    def test_when_the_ledger_fails_what_was_booked_is_taken_back(self):
        with self.assertRaises(ConnectionError) as caught:
            load(["rent;-900", "pay;3100", "down;1", "late;5"], self.book)
        self.assertIs(caught.exception, self.book.error)
        booked = [("rent", -900), ("pay", 3100)]
        taken_back = [("pay", -3100), ("rent", 900)]
        self.assertEqual(self.book.calls, [*booked, *taken_back, "close"])
