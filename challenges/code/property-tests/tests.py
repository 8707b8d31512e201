import unittest

import judge
import solution

SPLITTING = '''def split(cents: int, weights: list[int]) -> list[int]:
    """Split an amount by weights, one share each, to the cent."""
    if not weights or min(weights) < 0 or sum(weights) == 0:
        raise ValueError("there is nobody to pay")
    total = sum(weights)
    shares, weight, given = [], 0, 0
    for each in weights:
        weight += each
        upto = cents * weight // total
        shares.append(upto - given)
        given = upto
    return shares
'''
GIVEN = {"splitting": SPLITTING}

LARGEST_REST = '''
def split(cents, weights):
    total = sum(weights)
    if total <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("no weights")
    shares = [cents * weight // total for weight in weights]
    rests = [cents * weight % total for weight in weights]
    first = sorted(range(len(weights)), key=lambda at: -rests[at])
    for at in first[: cents - sum(shares)]:
        shares[at] += 1
    return shares
'''

LOOP = '''        upto = cents * weight // total
'''


def bug(*edits):
    return judge.edited(SPLITTING, *edits)


def rest_to(whom):
    """The floors of the exact parts; what is left over goes to one of them."""
    return bug((
        "    return shares\n",
        f"    shares = [cents * each // total for each in weights]\n"
        f"    shares[{whom}] += cents - sum(shares)\n    return shares\n",
    ))


def grade(bad=None):
    judge.grade_tests(solution, good=[SPLITTING, LARGEST_REST], bad=bad, module="splitting")


class Examples(unittest.TestCase):
    def test_pass_on_the_code_as_it_is(self):
        """Your tests pass with `splitting` as it is"""
        judge.grade_tests(solution, good=[SPLITTING], module="splitting")


class Promises(unittest.TestCase):
    def test_pass_on_other_right_code(self):
        """Your tests pass with other code that keeps the same promises"""
        grade()


class Bugs(unittest.TestCase):
    def test_the_sum(self):
        """Your tests notice cents that are lost or made up"""
        grade({
            "the odd cents are lost": bug(
                ("    return shares\n", "    return [cents * each // total for each in weights]\n")
            ),
            "every share is rounded for itself": bug(
                ("    return shares\n", "    return [round(cents * each / total) for each in weights]\n")
            ),
            "an amount of more than 15 digits loses cents": bug((LOOP, "        upto = int(cents * weight / total)\n")),
            "a refund comes back as a payment": bug((LOOP, "        upto = abs(cents) * weight // total\n")),
        })

    def test_the_shares(self):
        """Your tests notice shares that are too far from their exact part"""
        grade({
            "all odd cents go to the first share": rest_to("0"),
            "all odd cents go to the largest weight": rest_to("weights.index(max(weights))"),
            "the last share gets the odd cents, even with a weight of 0": bug(
                ("    return shares\n",
                 "    if shares[0] and shares[-1] == 0:\n"
                 "        shares[0] -= 1\n        shares[-1] += 1\n    return shares\n")
            ),
            "shares come back in the order of their size": bug(("    return shares\n", "    return sorted(shares)\n")),
            "two departments of the same weight change their whole shares": bug(
                ("    for each in weights:", "    for each in dict.fromkeys(weights):"),
                ("    total = sum(weights)\n    shares", "    total = sum(set(weights))\n    shares"),
            ),
        })

    def test_rare_inputs(self):
        """Your tests notice what goes wrong with few inputs only"""
        grade({
            "only the first 20 weights are paid": bug(
                ("    total = sum(weights)\n    shares", "    weights = weights[:20]\n    total = sum(weights) or 1\n    shares")
            ),
            "a single department pays nothing": bug(
                ("    return shares\n", "    return shares if len(shares) > 1 else [0]\n")
            ),
            "nothing is split into nothing, whatever the weights": bug(
                ("    total = sum(weights)\n    shares", "    if cents == 0:\n        return []\n    total = sum(weights)\n    shares")
            ),
            "the list of weights is changed to its lowest terms": bug(
                ("    total = sum(weights)\n    shares",
                 "    from math import gcd\n    common = gcd(*weights)\n"
                 "    weights[:] = [each // common for each in weights]\n"
                 "    total = sum(weights)\n    shares")
            ),
        })

    def test_nobody_to_pay(self):
        """Your tests notice weights that should have been refused"""
        grade({
            "no weights give no shares": bug(("    if not weights or min(weights)", "    if not weights:\n        return []\n    if min(weights)")),
            "nothing but zeros gives zeros": bug(
                (" or sum(weights) == 0:", ":"),
                ("    total = sum(weights)\n    shares", "    total = sum(weights) or 1\n    shares"),
            ),
            "a negative weight is accepted": bug((" or min(weights) < 0", "")),
        })
