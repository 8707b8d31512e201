# caught by: Bugs.test_rare_inputs
# Good examples, and six of them; the bugs are in the splits that nobody would write down.
import unittest

from splitting import split


class SplitTests(unittest.TestCase):
    def test_splits(self):
        for cents, weights in [
            (100, [1, 1]), (100, [1, 1, 1]), (1_000, [3, 0, 2]), (-500, [3, 2]), (7, [1, 2, 3, 4]),
        ]:
            shares = split(cents, weights)
            self.assertEqual(sum(shares), cents)
            for share, weight in zip(shares, weights):
                self.assertLess(abs(share - cents * weight / sum(weights)), 1)

    def test_refused(self):
        for weights in ([], [0, 0], [2, -1]):
            self.assertRaises(ValueError, split, 100, weights)
