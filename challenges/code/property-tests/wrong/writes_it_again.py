# caught by: Promises.test_pass_on_other_right_code
# The loop is copied into the test as the "expected" value: now only this very code is right.
import random
import unittest

from splitting import split


def expected(cents, weights):
    shares, given, weight = [], 0, 0
    for each in weights:
        weight += each
        upto = cents * weight // sum(weights)
        shares.append(upto - given)
        given = upto
    return shares


class SplitTests(unittest.TestCase):
    def test_splits(self):
        chance = random.Random(1)
        for _ in range(200):
            cents = chance.choice([-1, 1]) * chance.randint(0, 10 ** chance.randint(1, 20))
            weights = [chance.randint(0, 9) for _ in range(chance.randint(1, 30))] + [1]
            self.assertEqual(split(cents, list(weights)), expected(cents, weights))
