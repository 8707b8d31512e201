# caught by: Bugs.test_the_sum
# Amounts up to 100 euros and a margin for floats: a bug of 16 digits stays where it is.
import random
import unittest

from splitting import split


class SplitTests(unittest.TestCase):
    def test_splits(self):
        chance = random.Random(1)
        for _ in range(300):
            cents = chance.randint(0, 10_000)
            weights = [chance.randint(0, 9) for _ in range(chance.randint(0, 30))] + [chance.randint(1, 3)]
            given = list(weights)
            shares = split(cents, given)
            self.assertEqual(given, weights)
            self.assertEqual(len(shares), len(weights))
            self.assertEqual(sum(shares), cents)
            for share, weight in zip(shares, weights):
                self.assertLess(abs(share - cents * weight / sum(weights)), 1)

    def test_refused(self):
        for weights in ([], [0, 0], [2, -1]):
            self.assertRaises(ValueError, split, 100, weights)
