import unittest

import judge
import solution

SHIFTS = '''DAY = 24 * 60


def minutes(shift: str) -> int:
    """Minutes of a shift like "22:00-06:00"; the same time twice is a whole day."""
    start, end = (_clock(text) for text in shift.split("-"))
    return (end - start) % DAY or DAY


def total(shifts: list[str]) -> int:
    """Minutes of all shifts together."""
    return sum(minutes(shift) for shift in shifts)


def _clock(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
'''
GIVEN = {"shifts": SHIFTS}

DATES = '''
from datetime import datetime, timedelta


def minutes(shift):
    start, end = shift.replace("24:00", "00:00").split("-")
    began = datetime.strptime(start, "%H:%M")
    ended = datetime.strptime(end, "%H:%M")
    if ended <= began:
        ended += timedelta(days=1)
    return (ended - began) // timedelta(minutes=1)


def total(shifts):
    result = 0
    for shift in shifts:
        result += minutes(shift)
    return result
'''


RIGHT = "    return (end - start) % DAY or DAY\n"


def fix(text):
    """The code with another last line of `minutes`."""
    return judge.edited(SHIFTS, (RIGHT, text))


def bug(*edits):
    return judge.edited(SHIFTS, *edits)


def grade(bad=None):
    judge.grade_tests(solution, good=[SHIFTS, DATES], bad=bad, module="shifts")


class Examples(unittest.TestCase):
    def test_pass_on_the_code_as_it_is(self):
        """Your tests pass with `shifts` as it is"""
        judge.grade_tests(solution, good=[SHIFTS], module="shifts")


class Promises(unittest.TestCase):
    def test_pass_on_other_right_code(self):
        """Your tests pass with other code that keeps the same promises"""
        grade()


class Bugs(unittest.TestCase):
    def test_what_was_shipped(self):
        """Your tests fail with every version that was shipped"""
        grade({
            "as reported: 22:00-06:00 counts −960 minutes": fix("    return end - start\n"),
            "fix 1: 22:00-06:00 counts 960 minutes": fix("    return abs(end - start)\n"),
            "fix 2: 08:00-08:00 counts 0 minutes": fix("    return (end - start) % DAY\n"),
            "fix 3: a shift until 00:00 counts nothing": fix(
                "    return (end - start) % DAY or DAY if end else 0\n"
            ),
            "fix 3: a shift until 24:00 counts nothing": fix(
                "    return (end - start) % DAY or DAY if end < DAY else 0\n"
            ),
        })

    def test_what_is_proposed(self):
        """Your tests fail with the fixes that people propose"""
        grade({
            "a day is added to day shifts as well": fix("    return end - start + DAY\n"),
            "a night counts the hours of its longer part only": fix(
                "    if end > start:\n        return end - start\n"
                "    return max(DAY - start, end) if end != start else DAY\n"
            ),
            "minutes past the hour are dropped at night": fix(
                "    if end <= start:\n        start, end = start // 60 * 60, end // 60 * 60\n"
                "        return (end - start) % DAY or DAY\n    return end - start\n"
            ),
            "minutes past the hour are dropped by day": fix(
                "    if end > start:\n        return (end // 60 - start // 60) * 60\n"
                "    return (end - start) % DAY or DAY\n"
            ),
            "a shift of nearly a whole day is taken for none": fix(
                "    return ((end - start) % DAY or DAY) if start != end + 1 else 0\n"
            ),
            "stand-by from midnight to midnight counts 0": fix(
                "    return (end - start) % DAY or (DAY if start else 0)\n"
            ),
            "a shift that begins at midnight is a day too long": fix(
                "    return ((end - start) % DAY or DAY) + (DAY if start == 0 and end else 0)\n"
            ),
        })

    def test_the_month(self):
        """Your tests notice a total that does not add up"""
        whole = "    return sum(minutes(shift) for shift in shifts)\n"
        grade({
            "the total leaves out nights": bug((
                whole, "    return sum(minutes(shift) for shift in shifts if shift[:5] < shift[6:])\n"
            )),
            "the total counts shifts that are written alike once": bug(("in shifts)", "in set(shifts))")),
            "the total is cut to one day": bug((whole, "    return sum(minutes(shift) for shift in shifts) % DAY\n")),
            "a month without shifts fails": bug(
                (whole, "    first, *others = shifts\n    return minutes(first) + sum(map(minutes, others))\n")
            ),
        })
