import unittest

import judge
import solution

SHIPPING = '''LIGHT, MEDIUM, HEAVY = 2_000, 10_000, 31_500


def fee(grams: int, express: bool = False) -> int:
    """The price of a parcel in cents."""
    if grams <= 0:
        raise ValueError("a parcel weighs something")
    if grams > HEAVY:
        raise ValueError("too heavy for us")
    if grams <= LIGHT:
        cents = 490
    elif grams <= MEDIUM:
        cents = 790
    else:
        cents = 1_490
    return 2 * cents if express else cents
'''
GIVEN = {"shipping": SHIPPING}

TABLE = '''
from bisect import bisect_left

_LAST_GRAMS = [0, 2_000, 10_000, 31_500]
_CENTS = [490, 790, 1_490]


def fee(grams, express=False):
    band = bisect_left(_LAST_GRAMS, grams) - 1
    if not 0 <= band < len(_CENTS):
        raise ValueError(f"no parcel of ours weighs {grams} g")
    return _CENTS[band] * (1 + express)
'''


def bug(old, new):
    return judge.edited(SHIPPING, (old, new))


def grade(bad=None):
    judge.grade_tests(solution, good=[SHIPPING, TABLE], bad=bad, module="shipping")


class Examples(unittest.TestCase):
    def test_pass_on_the_code_as_it_is(self):
        """Your tests pass with `shipping` as it is"""
        judge.grade_tests(solution, good=[SHIPPING], module="shipping")


class Promises(unittest.TestCase):
    def test_pass_on_other_right_code(self):
        """Your tests pass with other code that keeps the same promises"""
        grade()


class Bugs(unittest.TestCase):
    def test_last_gram_of_a_price(self):
        """Your tests notice a price that ends too early"""
        grade({
            "a parcel of exactly 2 kg costs 7.90": bug("grams <= LIGHT", "grams < LIGHT"),
            "a parcel of exactly 10 kg costs 14.90": bug("grams <= MEDIUM", "grams < MEDIUM"),
            "a parcel of exactly 31.5 kg is refused": bug("grams > HEAVY", "grams >= HEAVY"),
        })

    def test_first_gram_of_a_price(self):
        """Your tests notice a price that ends too late"""
        grade({
            "a parcel of 2 001 g still costs 4.90": bug("grams <= LIGHT", "grams <= LIGHT + 1"),
            "a parcel of 10 001 g still costs 7.90": bug("grams <= MEDIUM", "grams <= MEDIUM + 1"),
            "a parcel of 31 501 g is accepted": bug("grams > HEAVY", "grams > HEAVY + 1"),
        })

    def test_around_nothing(self):
        """Your tests notice what goes wrong around a weight of nothing"""
        grade({
            "a parcel of 0 g is accepted": bug("grams <= 0", "grams < 0"),
            "a negative weight is accepted": bug("grams <= 0", "grams == 0"),
            "a parcel of 1 g is refused": bug("grams <= 0", "grams <= 1"),
        })

    def test_express(self):
        """Your tests notice a wrong price for express"""
        grade({
            "express costs twice as much for light parcels only": bug(
                "if express else", "if express and grams <= LIGHT else"
            ),
            "express costs 4.90 more, whatever the weight": bug("2 * cents", "490 + cents"),
        })
