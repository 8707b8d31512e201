# caught by: Bugs.test_the_book_is_closed
# The interesting calls are the posts, so the fake's close stays empty and nobody looks at it.
import unittest

from ledger import BadLine, load


class Book:
    def __init__(self):
        self.posts = []
        self.error = ConnectionError()

    def post(self, account, cents):
        if account == "down":
            raise self.error
        self.posts.append((account, cents))

    def close(self):
        pass


class LoadTests(unittest.TestCase):
    def setUp(self):
        self.book = Book()

    def test_books(self):
        self.assertEqual(load(["rent;-900", "", "pay;3100"], self.book), 2)
        self.assertEqual(self.book.posts, [("rent", -900), ("pay", 3100)])

    def test_bad_lines(self):
        for line in ("rent", "rent;much"):
            book = Book()
            with self.assertRaises(BadLine) as caught:
                load(["pay;3100", "", line], book)
            self.assertEqual(caught.exception.number, 3)
            self.assertIsInstance(caught.exception.__cause__, ValueError)
            self.assertEqual(book.posts, [])

    def test_down(self):
        with self.assertRaises(ConnectionError) as caught:
            load(["rent;-900", "pay;3100", "down;1", "late;5"], self.book)
        self.assertIs(caught.exception, self.book.error)
        back = [("pay", -3100), ("rent", 900)]
        self.assertEqual(self.book.posts, [("rent", -900), ("pay", 3100), *back])
