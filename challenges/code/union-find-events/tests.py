import itertools
import random
import unittest

import judge
from judge import strategies as st
from solution import track_clusters


class Examples(unittest.TestCase):
    def test_the_network_grows_together(self):
        """Reports clusters and the largest size after each link"""
        links = [("ap1", "ap2"), ("tv", "lamp"), ("ap2", "ap1"), ("lamp", "ap1")]
        self.assertEqual(list(track_clusters(links)), [(1, 2), (2, 2), (2, 2), (1, 4)])

    def test_no_links(self):
        """Reports nothing when there are no links"""
        self.assertEqual(list(track_clusters([])), [])


class Rules(unittest.TestCase):
    def test_links_inside_a_cluster_change_nothing(self):
        """Changes nothing when both devices are in one cluster already"""
        links = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"), ("d", "a"), ("b", "d")]
        expected = [(1, 2), (1, 3), (1, 3), (1, 3), (1, 4), (1, 4)]
        self.assertEqual(list(track_clusters(links)), expected)

    def test_a_device_may_be_alone(self):
        """Counts a device that is linked to itself as a cluster of one"""
        links = [("tv", "tv"), ("lamp", "lamp"), ("lamp", "lamp"), ("lamp", "tv"), ("tv", "tv")]
        expected = [(1, 1), (2, 1), (2, 1), (1, 2), (1, 2)]
        self.assertEqual(list(track_clusters(links)), expected)

    def test_two_large_clusters_meet(self):
        """Adds both sizes when two clusters meet, whichever devices met"""
        links = [(1, 2), (2, 3), (11, 12), (12, 13), (13, 14), (3, 11), (21, 22)]
        expected = [(1, 2), (1, 3), (2, 3), (2, 3), (2, 4), (1, 7), (2, 7)]
        self.assertEqual(list(track_clusters(links)), expected)

    def test_names_of_different_types(self):
        """Works with names that cannot be compared with each other"""
        links = [(7, "7"), (("rack", 2), None), ("7", None)]
        self.assertEqual(list(track_clusters(links)), [(1, 2), (2, 2), (1, 4)])

    def test_agrees_with_counting_anew(self):
        """Agrees with counting all clusters anew after each link"""
        device = st.integers(0, 7)
        judge.property(
            st.lists(st.tuples(device, device), max_size=14),
            lambda links: list(track_clusters(links)),
            oracle=lambda links: [count_anew(links[: end + 1]) for end in range(len(links))],
            runs=150,
        )

    def test_a_long_row_of_devices(self):
        """Follows 30 000 devices in a row without running out of stack"""
        for row in (rising(30_000), backward(rising(30_000))):
            answers = track_clusters(itertools.chain(row, [(0, 30_000), (30_000, 0)]))
            self.assertEqual(consume(answers), (1, 30_001))


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_answers_before_it_reads_on(self):
        """Answers after each link, before it reads the next one"""
        source = judge.Source((n, n + 1) for n in itertools.count())
        answers = iter(track_clusters(source))
        source.assert_pulled(exactly=0)
        for asked in range(1, 5):
            self.assertEqual(next(answers), (1, asked + 1))
            source.assert_pulled(exactly=asked)


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_links_in_random_order(self):
        """Takes links in random order without walking through all devices"""

        def build(n):
            draw = random.Random(n)
            return [(draw.randrange(n), draw.randrange(n)) for _ in range(n)]

        assert_near_linear(build, sizes=[128, 256, 512, 1024])

    def test_a_cluster_that_grows_one_by_one(self):
        """Adds single devices to a large cluster without touching its members"""
        assert_near_linear(lambda n: both_ways(rising(n)), sizes=[128, 256, 512, 1024])

    def test_links_to_the_oldest_device(self):
        """Finds the cluster of a device that was linked long ago"""
        assert_near_linear(
            lambda n: both_ways([(0, device) for device in range(1, n)]),
            sizes=[128, 256, 512, 1024],
        )

    def test_many_small_clusters(self):
        """Knows the largest cluster without looking through all of them"""
        assert_near_linear(
            lambda n: [(2 * pair, 2 * pair + 1) for pair in range(n)],
            sizes=[512, 1024, 2048, 4096],
        )


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_known_links_are_not_stored(self):
        """Needs no memory for links between devices it knows"""

        def run():
            links = ((turn % 20, turn * 7 % 20) for turn in range(20_000))
            consume(track_clusters(links))

        judge.assert_peak(run, at_most="64 KiB")


def count_anew(links):
    """Clusters and largest size by merging overlapping sets until none overlap."""
    clusters = []
    for link in links:
        touched = [cluster for cluster in clusters if cluster & set(link)]
        clusters = [cluster for cluster in clusters if cluster not in touched]
        clusters.append(set(link).union(*touched))
    return len(clusters), max(map(len, clusters))


def rising(n):
    """Links of a row of devices: (0, 1), (1, 2), … (n - 1, n)."""
    return [(device, device + 1) for device in range(n)]


def backward(links):
    """The same links with both ends swapped."""
    return [(other, one) for one, other in links]


def both_ways(links):
    """The links, and then the same among other devices with both ends swapped."""
    return links + [(str(one), str(other)) for one, other in backward(links)]


def consume(answers):
    """Ask for every answer and return the last."""
    last = None
    for last in answers:
        pass
    return last


def assert_near_linear(build, sizes):
    """Measure all answers to ``build(n)``, the model's beside them."""
    judge.assert_growth(
        build,
        lambda links: consume(track_clusters(links)),
        at_most="n log n",
        sizes=sizes,
        reference=lambda links: consume(judge.reference.track_clusters(links)),
    )
