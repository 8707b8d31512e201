import unittest

import judge
from judge import strategies as st
from solution import Suggester


class Examples(unittest.TestCase):
    def test_suggests_the_most_searched_first(self):
        """Suggests the most searched queries first"""
        box = taught(2, ("tea", 5), ("team", 3), ("tent", 4))
        self.assertEqual(box.suggest("te"), ["tea", "tent"])
        self.assertEqual(box.suggest("tea"), ["tea", "team"])

    def test_counts_searches_below_a_prefix(self):
        """Counts the searches that began with a prefix, repeats included"""
        box = taught(2, ("tea", 5), ("team", 3), ("tent", 4))
        self.assertEqual([box.count(prefix) for prefix in ("te", "tea", "team")], [12, 8, 3])
        self.assertEqual((box.count("x"), box.count("teams")), (0, 0))

    def test_a_query_can_come_back(self):
        """Suggests a query again once it has caught up"""
        box = taught(2, ("tea", 5), ("team", 3), ("tent", 4))
        box.add("team", 2)
        self.assertEqual(box.suggest("te"), ["tea", "team"])


class Rules(unittest.TestCase):
    def test_ties_are_in_alphabetical_order(self):
        """Orders equally frequent queries alphabetically, whatever came first"""
        box = taught(2, ("pen", 1), ("pan", 1), ("pin", 1))
        self.assertEqual(box.suggest("p"), ["pan", "pen"])
        box.add("pin")
        self.assertEqual(box.suggest("p"), ["pin", "pan"])

    def test_a_repeated_query_is_suggested_once(self):
        """Lists a query once, however often it was added"""
        box = taught(3, ("tea", 1), ("tea", 1), ("tent", 1), ("tea", 1))
        self.assertEqual(box.suggest("t"), ["tea", "tent"])
        self.assertEqual(box.count("tea"), 3)

    def test_a_query_begins_with_itself_and_with_nothing(self):
        """Counts a query below itself and below the empty prefix"""
        box = taught(3, ("a", 2), ("ab", 1), ("b c", 4))
        self.assertEqual(box.suggest("ab"), ["ab"])
        self.assertEqual(box.suggest(""), ["b c", "a", "ab"])
        self.assertEqual((box.count(""), box.count("b "), box.count("A")), (7, 4, 0))

    def test_knows_nothing_at_first(self):
        """Answers 0 and an empty list for prefixes nobody searched"""
        box = Suggester()
        self.assertEqual((box.count(""), box.suggest(""), box.suggest("te")), (0, [], []))

    def test_suggests_three_and_adds_one_unless_told_otherwise(self):
        """Suggests up to three queries and adds one search by default"""
        box = Suggester()
        for query in ("d", "b", "c", "a"):
            box.add(query)
        self.assertEqual(box.suggest(""), ["a", "b", "c"])
        self.assertEqual((box.count("a"), box.count("")), (1, 4))

    def test_the_returned_list_is_the_callers(self):
        """Is not disturbed by what a caller does to the returned list"""
        box = taught(3, ("tea", 5), ("tent", 4))
        box.suggest("te").clear()
        box.suggest("te").append("ads")
        self.assertEqual(box.suggest("te"), ["tea", "tent"])

    def test_behaves_like_a_scan_of_all_queries(self):
        """Agrees with a scan of every query on any series of searches"""
        search = st.tuples(st.text("ab", max_size=4), st.integers(1, 3))
        judge.property(
            st.lists(search, max_size=15),
            lambda searches: answers(taught(2, *searches)),
            oracle=lambda searches: answers(FullScan(2, searches)),
            runs=150,
        )


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_counting_does_not_visit_what_is_below(self):
        """Counts a prefix without visiting the queries below it"""
        assert_near_constant(lambda box: [box.count(prefix) for prefix in PREFIXES])

    def test_suggesting_does_not_visit_what_is_below(self):
        """Suggests without visiting the queries below the prefix"""
        assert_near_constant(lambda box: [box.suggest(prefix) for prefix in PREFIXES])

    def test_learning_does_not_touch_the_other_queries(self):
        """Learns a search without touching the queries it knows"""
        judge.assert_growth(
            searches,
            lambda known: taught(3, *known),
            at_most="n log n",
            sizes=SIZES,
            reference=lambda known: taught(3, *known, kind=judge.reference.Suggester),
        )


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_asking_stores_nothing(self):
        """Stores nothing when asked for prefixes nobody searched"""

        def run():
            box = taught(3, ("tea", 5))
            for number in range(3_000):
                box.count(f"tex{number}")
                box.suggest(f"x{number}")

        judge.assert_peak(run, at_most="64 KiB")


class FullScan:
    """A dictionary of searches, read from end to end at every question."""

    def __init__(self, size, searches):
        self.size = size
        self.times = {}
        for query, times in searches:
            self.times[query] = self.times.get(query, 0) + times

    def count(self, prefix):
        return sum(times for query, times in self.times.items() if query.startswith(prefix))

    def suggest(self, prefix):
        found = [query for query in self.times if query.startswith(prefix)]
        return sorted(found, key=lambda query: (-self.times[query], query))[: self.size]


PREFIXES = ["", "a", "b", "c", "aa", "ab"] * 4
SIZES = [64, 128, 256, 512, 1024]


def answers(box):
    """Count and suggestions for the shortest prefixes."""
    return {prefix: (box.count(prefix), box.suggest(prefix)) for prefix in ["", *"ab", "ab", "ba"]}


def taught(size, *searches, kind=Suggester):
    """A suggester that has learnt these searches."""
    box = kind(size)
    for query, times in searches:
        box.add(query, times)
    return box


def searches(n):
    """Searches for n different queries of eight letters, in no order, with mixed frequencies."""
    found = []
    for number in range(n):
        scattered = number * 40_503 % 65_536
        query = "".join("abcd"[scattered >> shift & 3] for shift in range(0, 16, 2))
        found.append((query, 1 + number * 7 % n))
    return found


def assert_near_constant(ask):
    """Measure `ask` on suggesters that know more and more queries, the model's beside it."""

    def build(n):
        known = searches(n)
        return taught(3, *known), taught(3, *known, kind=judge.reference.Suggester)

    judge.assert_growth(
        build,
        lambda boxes: ask(boxes[0]),
        at_most="log n",
        sizes=SIZES,
        reference=lambda boxes: ask(boxes[1]),
    )
