# caught by: Bugs.test_the_shares
# The sum is the property that comes to mind first, and [cents, 0, 0, 0] has it as well.
import random
import unittest

from splitting import split


class SplitTests(unittest.TestCase):
    def test_splits(self):
        chance = random.Random(1)
        for _ in range(300):
            cents = chance.randint(-10**20, 10**20)
            weights = [chance.randint(0, 50) for _ in range(chance.randint(1, 30))] + [1]
            self.assertEqual(sum(split(cents, weights)), cents)

    def test_refused(self):
        for weights in ([], [0, 0], [2, -1]):
            self.assertRaises(ValueError, split, 100, weights)
