# caught by: Bugs.test_nobody_to_pay
# The generator makes only lists that can be paid, and what must be refused is forgotten.
import random
import unittest

from splitting import split


class SplitTests(unittest.TestCase):
    def test_splits(self):
        chance = random.Random(7)
        for _ in range(300):
            cents = chance.randint(-1, 1) * chance.randint(0, 10 ** chance.randint(1, 20))
            largest = chance.choice([1, 3, 1_000])
            weights = [chance.randint(0, largest) for _ in range(chance.randint(1, 30))]
            if not any(weights):
                continue
            given = list(weights)
            shares = split(cents, given)
            self.assertEqual(given, weights)
            self.assertEqual(len(shares), len(weights))
            self.assertEqual(sum(shares), cents)
            for share, weight in zip(shares, weights):
                self.assertLess(abs(share * sum(weights) - cents * weight), sum(weights))
