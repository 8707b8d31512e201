import unittest

import judge
import solution

CHECKOUT = '''class Declined(Exception):
    """The bank says no."""


def pay(order, bank, mail):
    """Charge an order and tell its customer. Returns the receipt, or None when nothing was paid."""
    try:
        receipt = _charge(order, bank)
    except Declined:
        _tell(order, mail, "declined")
        return None
    _tell(order, mail, "paid")
    return receipt


def _charge(order, bank):
    if order["cents"] == 0:
        return "free"
    try:
        return bank.charge(order["card"], order["cents"], key=order["id"])
    except TimeoutError:
        return bank.charge(order["card"], order["cents"], key=order["id"])


def _tell(order, mail, template):
    try:
        mail.send(order["email"], template)
    except OSError:
        pass
'''
GIVEN = {"checkout": CHECKOUT}

IN_ONE = '''
from contextlib import suppress


class Declined(Exception):
    pass


def pay(order, bank, mail):
    receipt, told = "free", "paid"
    if order["cents"]:
        for last in (False, True):
            try:
                receipt = bank.charge(order["card"], order["cents"], key=order["id"])
                break
            except Declined:
                receipt, told = None, "declined"
                break
            except TimeoutError:
                if last:
                    raise
    with suppress(OSError):
        mail.send(order["email"], told)
    return receipt
'''


def bug(*edits):
    return judge.edited(CHECKOUT, *edits)


def grade(bad=None):
    judge.grade_tests(solution, good=[CHECKOUT, IN_ONE], bad=bad, module="checkout")


AGAIN = '''    except TimeoutError:
        return bank.charge(order["card"], order["cents"], key=order["id"])
'''


class Examples(unittest.TestCase):
    def test_pass_on_the_code_as_it_is(self):
        """Your tests pass with `checkout` as it is"""
        judge.grade_tests(solution, good=[CHECKOUT], module="checkout")


class Promises(unittest.TestCase):
    def test_pass_on_other_right_code(self):
        """Your tests pass with other code that keeps the same promises"""
        grade()


class Bugs(unittest.TestCase):
    def test_paying(self):
        """Your tests notice a plain payment that goes wrong"""
        grade({
            "the bank is charged twice": bug(
                ("        receipt = _charge(order, bank)",
                 "        _charge(order, bank)\n        receipt = _charge(order, bank)")
            ),
            "the bank is charged in euros, not in cents": bug(
                ('try:\n        return bank.charge(order["card"], order["cents"]',
                 'try:\n        return bank.charge(order["card"], order["cents"] / 100')
            ),
            "the bank gets no key": bug(
                ('try:\n        return bank.charge(order["card"], order["cents"], key=order["id"])',
                 'try:\n        return bank.charge(order["card"], order["cents"])')
            ),
            "the receipt is lost": bug(("    return receipt\n", "    return True\n")),
            "an order of 0 cents is charged": bug(('if order["cents"] == 0', 'if order["cents"] < 0')),
        })

    def test_telling(self):
        """Your tests notice when the customer is told wrongly"""
        grade({
            "the customer is told before the money is there": bug(
                ("    try:\n        receipt = _charge",
                 "    _tell(order, mail, 'paid')\n    try:\n        receipt = _charge"),
                ('    _tell(order, mail, "paid")\n', ""),
            ),
            "a customer whose card was declined is told that it was paid": bug(
                ('_tell(order, mail, "declined")', '_tell(order, mail, "paid")')
            ),
            "the mail goes to the card, not to the customer": bug(('order["email"]', 'order["card"]')),
            "nobody is told about an order of 0 cents": bug(
                ('    _tell(order, mail, "paid")\n',
                 '    if order["cents"]:\n        _tell(order, mail, "paid")\n')
            ),
            "a mail that fails loses the receipt": bug(("    except OSError:", "    except LookupError:")),
        })

    def test_time_outs(self):
        """Your tests notice when a time-out is handled badly"""
        grade({
            "a charge that timed out is not tried again": bug((AGAIN, "    finally:\n        pass\n")),
            "the second try has another key, and may be paid twice": bug(
                (AGAIN, AGAIN.replace('key=order["id"]', 'key=order["id"] + "-2"'))
            ),
            "a charge is tried three times": bug(
                (AGAIN, '''    except TimeoutError:
        try:
            return bank.charge(order["card"], order["cents"], key=order["id"])
        except TimeoutError:
            return bank.charge(order["card"], order["cents"], key=order["id"])
''')
            ),
            "the customer is told that it was declined when the bank did not answer": bug(
                ("    except Declined:", "    except (Declined, TimeoutError):")
            ),
        })

    def test_refusals(self):
        """Your tests notice when a refusal is handled badly"""
        grade({
            "a declined card is tried again": bug(
                ("    except TimeoutError:", "    except (TimeoutError, Declined):")
            ),
            "a declined order counts as free": bug(("        return None\n", '        return "free"\n')),
        })
