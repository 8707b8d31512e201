import unittest

import judge
import solution

SESSIONS = '''import time


class Expired(Exception):
    pass


class Session:
    """Ends when nobody has used it for `ttl` seconds."""

    def __init__(self, ttl, now=time.monotonic):
        self._ttl, self._now = ttl, now
        self._used = now()

    def is_alive(self):
        """Whether it may still be used."""
        return self._now() - self._used < self._ttl

    def left(self):
        """Seconds until it ends if nobody uses it; 0 when it has ended."""
        return max(0, self._used + self._ttl - self._now())

    def use(self):
        """Count as used, from now on. Raises Expired when it has ended."""
        if not self.is_alive():
            raise Expired
        self._used = self._now()
'''
GIVEN = {"sessions": SESSIONS}

DEADLINE = '''
from time import monotonic


class Expired(Exception):
    """Nobody used the session for too long."""


class Session:
    def __init__(self, ttl, now=monotonic):
        self.clock, self.length = now, ttl
        self.deadline = now() + ttl

    def left(self):
        rest = self.deadline - self.clock()
        return rest if rest > 0 else 0

    def is_alive(self):
        return self.left() > 0

    def use(self):
        if self.left() == 0:
            raise Expired("log in again")
        self.deadline = self.clock() + self.length
'''


def bug(*edits):
    return judge.edited(SESSIONS, *edits)


def grade(bad=None):
    return judge.grade_tests(solution, good=[SESSIONS, DEADLINE], bad=bad, module="sessions")


USE = "        self._used = self._now()\n"


class Examples(unittest.TestCase):
    def test_pass_on_the_code_as_it_is(self):
        """Your tests pass with `sessions` as it is"""
        judge.grade_tests(solution, good=[SESSIONS], module="sessions")


class Manners(unittest.TestCase):
    def test_wait_for_nothing(self):
        """Your tests wait for nothing"""
        grade().assert_waits(at_most=0)

    def test_leave_nothing_replaced(self):
        """Your tests leave nothing replaced behind"""
        grade().assert_undone()


class Bugs(unittest.TestCase):
    def test_the_end(self):
        """Your tests notice a session that ends at the wrong moment"""
        grade({
            "a session is still alive after exactly `ttl` seconds": bug(("< self._ttl", "<= self._ttl")),
            "a session ends one second early": bug(("< self._ttl", "< self._ttl - 1")),
            "the time left goes below 0": bug(("max(0, ", "(")),
            "the time left is `ttl` until the session has ended": bug(
                ("max(0, self._used + self._ttl - self._now())", "self._ttl if self.is_alive() else 0")
            ),
        })

    def test_use(self):
        """Your tests notice a use that does not do what it should"""
        grade({
            "a use does not prolong the session": bug((USE, "")),
            "a use adds `ttl` to what is left": bug((USE, "        self._used += self._ttl\n")),
            "only the first use prolongs the session": bug(
                (USE, "        self._used = self.__dict__.setdefault('_first', self._now())\n")
            ),
            "asking for the time left counts as a use": bug(
                ("        return max(0, self._used + self._ttl - self._now())",
                 "        left = max(0, self._used + self._ttl - self._now())\n"
                 "        if left:\n            self._used = self._now()\n        return left")
            ),
            "asking whether it is alive counts as a use": bug(
                ("        return self._now() - self._used < self._ttl",
                 "        alive = self._now() - self._used < self._ttl\n"
                 "        if alive:\n            self._used = self._now()\n        return alive")
            ),
        })

    def test_the_end_is_for_good(self):
        """Your tests notice an ended session that comes back to life"""
        grade({
            "a use revives an ended session": bug(("            raise Expired\n", "            pass\n")),
            "a use that raises Expired revives the session": bug(
                ("            raise Expired\n", "            self._used = self._now()\n            raise Expired\n")
            ),
        })

    def test_the_clock(self):
        """Your tests notice when the time is not the one that they give"""
        grade({
            "a use looks at the real clock": bug((USE, "        self._used = time.monotonic()\n")),
            "the session begins at 0, whatever the clock says": bug(
                ("        self._used = now()", "        self._used = 0")
            ),
            "a clock below 0 is taken for none": bug(
                ("        self._used = now()", "        self._used = max(0, now())")
            ),
        })
