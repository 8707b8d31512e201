import unittest

import judge
import solution

LEDGER = '''class BadLine(Exception):
    """A line that is no payment; `number` counts from 1."""

    def __init__(self, number):
        super().__init__(f"line {number} is no payment")
        self.number = number


def load(lines, book):
    """Book `account;cents` lines, all or none, and return how many there were."""
    try:
        entries = []
        for number, line in enumerate(lines, 1):
            if line.strip():
                entries.append(_parse(number, line))
        posted = []
        try:
            for account, cents in entries:
                book.post(account, cents)
                posted.append((account, cents))
        except ConnectionError:
            for account, cents in reversed(posted):
                book.post(account, -cents)
            raise
        return len(entries)
    finally:
        book.close()


def _parse(number, line):
    try:
        account, cents = line.split(";")
        return account.strip(), int(cents)
    except ValueError as error:
        raise BadLine(number) from error
'''
GIVEN = {"ledger": LEDGER}

STACKED = '''
from contextlib import ExitStack, closing


class BadLine(Exception):
    def __init__(self, number, line):
        self.number = number
        super().__init__(f"cannot read {line!r}")


def _payment(number, line):
    account, semicolon, cents = line.partition(";")
    try:
        if not semicolon:
            raise ValueError("there is no semicolon")
        return account.strip(), int(cents)
    except ValueError as reason:
        raise BadLine(number, line) from reason


def load(lines, book):
    with closing(book), ExitStack() as undo:
        numbered = [(n, line) for n, line in enumerate(lines, start=1) if not line.isspace() and line]
        payments = [_payment(n, line) for n, line in numbered]
        for account, cents in payments:
            book.post(account, cents)
            undo.callback(book.post, account, -cents)
        undo.pop_all()
        return len(payments)
'''


def bug(*edits):
    return judge.edited(LEDGER, *edits)


def grade(bad=None):
    judge.grade_tests(solution, good=[LEDGER, STACKED], bad=bad, module="ledger")


class Examples(unittest.TestCase):
    def test_pass_on_the_code_as_it_is(self):
        """Your tests pass with `ledger` as it is"""
        judge.grade_tests(solution, good=[LEDGER], module="ledger")


class Promises(unittest.TestCase):
    def test_pass_on_other_right_code(self):
        """Your tests pass with other code that keeps the same promises"""
        grade()


class Bugs(unittest.TestCase):
    def test_the_happy_path(self):
        """Your tests notice when a good file is booked badly"""
        grade({
            "empty lines are counted as payments": bug(
                ("return len(entries)", "return number"),
            ),
            "the last payment is not booked": bug(("in entries:", "in entries[:-1]:")),
        })

    def test_a_bad_line(self):
        """Your tests notice when a bad line is handled badly"""
        grade({
            "lines are numbered from 0": bug(("enumerate(lines, 1)", "enumerate(lines, 0)")),
            "empty lines do not count when lines are numbered": bug(
                ("enumerate(lines, 1)", "enumerate(filter(str.strip, lines), 1)")
            ),
            "the error that made the line bad is lost": bug(("from error", "from None")),
            "a line without a number comes out as ValueError": bug(
                ("        account, cents = line.split(\";\")\n        return account.strip(), int(cents)",
                 "        account, cents = line.split(\";\")"),
                ("raise BadLine(number) from error",
                 "raise BadLine(number) from error\n    return account.strip(), int(cents)"),
            ),
            "what stands above a bad line is booked": bug(
                ("entries.append(_parse(number, line))",
                 "entries.append(_parse(number, line))\n                book.post(*entries[-1])"),
                ("                book.post(account, cents)\n", ""),
            ),
        })

    def test_the_ledger_fails(self):
        """Your tests notice when a failing ledger is handled badly"""
        grade({
            "what was booked stays when the ledger fails": bug(("reversed(posted)", "()")),
            "payments are taken back oldest first": bug(("reversed(posted)", "posted")),
            "the payment that failed is taken back as well": bug(
                ("                book.post(account, cents)\n                posted.append((account, cents))",
                 "                posted.append((account, cents))\n                book.post(account, cents)"),
            ),
            "the failure of the ledger is swallowed": bug(("            raise\n", "            return 0\n")),
            "another error comes out than the ledger's own": bug(
                ("            raise\n", "            raise ConnectionError('not booked')\n")
            ),
            "the ledger is asked to go on after it failed": bug(
                ("            raise\n        return len(entries)",
                 "            for account, cents in entries[len(posted) + 1:]:\n"
                 "                book.post(account, cents)\n            raise\n        return len(entries)"),
            ),
        })

    def test_the_book_is_closed(self):
        """Your tests notice when the book is not closed"""
        always = "    finally:\n        book.close()\n"
        grade({
            "the book stays open after a bad line": bug(
                ("    try:\n        entries = []", "    entries = []\n    if True:"),
                ("        posted = []\n        try:", "        posted = []\n        try:\n          try:"),
                ("            for account, cents in entries:\n                book.post(account, cents)\n"
                 "                posted.append((account, cents))\n        except ConnectionError:\n"
                 "            for account, cents in reversed(posted):\n"
                 "                book.post(account, -cents)\n            raise\n",
                 "            for account, cents in entries:\n                book.post(account, cents)\n"
                 "                posted.append((account, cents))\n          except ConnectionError:\n"
                 "            for account, cents in reversed(posted):\n"
                 "                book.post(account, -cents)\n            raise\n"
                 "        finally:\n            book.close()\n"),
                (always, ""),
            ),
            "the book stays open when the ledger fails": bug(
                (always, "    except BadLine:\n        book.close()\n        raise\n"),
                ("        return len(entries)\n", "        book.close()\n        return len(entries)\n"),
            ),
            "the book is closed before payments are taken back": bug(
                ("        except ConnectionError:\n", "        except ConnectionError:\n            book.close()\n"),
                (always, "    except BadLine:\n        book.close()\n        raise\n"),
                ("        return len(entries)\n", "        book.close()\n        return len(entries)\n"),
            ),
            "the book is closed twice after a good file": bug(
                ("        return len(entries)\n", "        book.close()\n        return len(entries)\n"),
            ),
        })
