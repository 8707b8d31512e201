import unittest

from splitting import split


class SplitTests(unittest.TestCase):
    def test_three_equal_parts(self):
        self.assertEqual(sum(split(100, [1, 1, 1])), 100)


if __name__ == "__main__":
    unittest.main()
