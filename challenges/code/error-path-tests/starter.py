import unittest

from ledger import load


class Book:
    """A ledger that remembers what was done to it."""

    def __init__(self):
        self.posts = []

    def post(self, account, cents):
        self.posts.append((account, cents))

    def close(self):
        pass


class LoadTests(unittest.TestCase):
    def test_books_every_line(self):
        book = Book()
        self.assertEqual(load(["rent;-90000", "salary;310000"], book), 2)
        self.assertEqual(book.posts, [("rent", -90000), ("salary", 310000)])


if __name__ == "__main__":
    unittest.main()
