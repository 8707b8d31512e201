import random
import unittest

from splitting import split


def splits():
    """Amounts of any sign and size, and weights that are short, long, equal and zero."""
    chance = random.Random(7)
    for _ in range(300):
        cents = chance.randint(-1, 1) * chance.randint(0, 10 ** chance.randint(1, 20))
        largest = chance.choice([1, 3, 1_000])
        weights = [chance.randint(0, largest) for _ in range(chance.randint(1, 30))]
        if any(weights):
            yield cents, weights


class SplitTests(unittest.TestCase):
    def test_what_holds_for_every_split(self):
        for cents, weights in splits():
            with self.subTest(cents=cents, weights=weights):
                given = list(weights)
                shares = split(cents, given)
                self.assertEqual(given, weights)
                self.assertEqual(sum(shares), cents)
                self.assertEqual(len(shares), len(weights))
                total = sum(weights)
                for share, weight in zip(shares, weights):
                    self.assertLess(abs(share * total - cents * weight), total)

    def test_nobody_to_pay(self):
        for weights in ([], [0, 0], [2, -1]):
            with self.subTest(weights=weights), self.assertRaises(ValueError):
                split(100, weights)
