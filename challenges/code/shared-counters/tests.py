import unittest

import judge
from solution import Counters


class Examples(unittest.TestCase):
    def test_counts_by_name(self):
        """Adds up amounts by name; a name that nobody counted is 0"""
        counters = Counters()
        counters.add("requests")
        counters.add("requests", 4)
        self.assertEqual(counters.total("requests"), 5)
        self.assertEqual(counters.total("errors"), 0)

    def test_begins_again_after_a_drain(self):
        """Hands over all counts and begins again from nothing"""
        counters = Counters()
        counters.add("requests", 5)
        counters.add("errors")
        self.assertEqual(counters.drain(), {"requests": 5, "errors": 1})
        self.assertEqual(counters.total("requests"), 0)
        self.assertEqual(counters.drain(), {})


class Answers(unittest.TestCase):
    def test_a_drained_answer_is_the_callers(self):
        """Leaves a drained answer alone when counting goes on"""
        counters = Counters()
        counters.add("requests", 2)
        drained = counters.drain()
        counters.add("requests", 7)
        self.assertEqual(drained, {"requests": 2}, "the first answer, after more was counted")
        self.assertEqual(counters.drain(), {"requests": 7})

    def test_counters_are_separate(self):
        """Two objects count for themselves"""
        one, other = Counters(), Counters()
        one.add("requests")
        self.assertEqual(other.total("requests"), 0)


@judge.aspect("threads")
class Threads(unittest.TestCase):
    def test_no_amount_gets_lost(self):
        """Two threads that count the same name lose nothing"""

        def count(counters):
            counters.add("requests", 2)
            counters.add("requests", 3)

        def check(counters):
            self.assertEqual(counters.total("requests"), 10, "counted by two threads")

        judge.explore(Counters, threads=[count, count], check=check)

    def test_new_names_do_not_displace_each_other(self):
        """Two threads may count a name for the first time at once"""

        def check(counters):
            self.assertEqual(counters.drain(), {"errors": 2, "misses": 1})

        judge.explore(
            Counters,
            threads=[
                ("one", lambda counters: (counters.add("errors"), counters.add("misses"))),
                ("other", lambda counters: counters.add("errors")),
            ],
            check=check,
        )

    def test_a_drain_loses_nothing_and_counts_nothing_twice(self):
        """What is added during a drain is in this answer or in the next"""

        def setup():
            counters = Counters()
            counters.add("requests", 1)
            return counters, []

        def count(shared):
            shared[0].add("requests", 10)

        def report(shared):
            shared[1].append(shared[0].drain())

        def check(shared):
            counters, reports = shared
            reports.append(counters.drain())
            sent = sum(report.get("requests", 0) for report in reports)
            self.assertEqual(sent, 11, "requests in all reports together")

        judge.explore(setup, threads=[count, report], check=check)

    def test_two_reporters_share(self):
        """Two drains at once never send the same count twice"""

        def setup():
            counters = Counters()
            counters.add("requests", 6)
            return counters, []

        def report(shared):
            shared[1].append(shared[0].drain())

        def check(shared):
            sent = sum(report.get("requests", 0) for report in shared[1])
            self.assertEqual(sent, 6, "requests in both reports together")

        judge.explore(setup, threads=[report, report], check=check)
