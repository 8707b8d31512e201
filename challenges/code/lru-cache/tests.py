import random
import unittest

import judge
from judge import strategies as st
from solution import LRUCache


class Examples(unittest.TestCase):
    def test_lets_the_least_recently_used_entry_go(self):
        """Lets the entry go that was not used for the longest time"""
        cache = LRUCache(2)
        self.assertIsNone(cache.put("ana", 21))
        self.assertIsNone(cache.put("ben", 19))
        self.assertEqual(cache.put("cho", 7), ("ana", 21))
        self.assertEqual(cache.get("ana", "ask upstream"), "ask upstream")
        self.assertEqual(cache.get("cho"), 7)

    def test_a_read_is_a_use(self):
        """Counts a `get` that finds its key as a use"""
        cache = LRUCache(2)
        cache.put("ana", 21)
        cache.put("ben", 19)
        self.assertEqual(cache.get("ana"), 21)
        self.assertEqual(cache.put("cho", 7), ("ben", 19))


class Rules(unittest.TestCase):
    def test_an_update_makes_nobody_leave(self):
        """Replaces the value of a known key without letting another entry go"""
        cache = LRUCache(2)
        cache.put("ana", 21)
        cache.put("ben", 19)
        self.assertIsNone(cache.put("ben", 20))
        self.assertEqual(len(cache), 2)
        self.assertEqual((cache.get("ana"), cache.get("ben")), (21, 20))

    def test_an_update_is_a_use(self):
        """Counts writing a known key as a use"""
        cache = LRUCache(2)
        cache.put("ana", 21)
        cache.put("ben", 19)
        cache.put("ana", 22)
        self.assertEqual(cache.put("cho", 7), ("ben", 19))

    def test_asking_whether_a_key_is_here_is_not_a_use(self):
        """Leaves the order alone when asked `key in cache`"""
        cache = LRUCache(2)
        cache.put("ana", 21)
        cache.put("ben", 19)
        self.assertTrue("ana" in cache)
        self.assertFalse("cho" in cache)
        self.assertEqual(cache.put("cho", 7), ("ana", 21))

    def test_none_and_zero_are_values(self):
        """Keeps, finds and refreshes `None` and `0` like any other value"""
        cache = LRUCache(3)
        cache.put("ana", None)
        cache.put("ben", 0)
        cache.put("cho", 7)
        self.assertIsNone(cache.get("ana", "missing"))
        self.assertEqual(cache.get("ben", "missing"), 0)
        self.assertEqual(cache.put("dia", 5), ("cho", 7))

    def test_a_miss_stores_nothing(self):
        """Stores nothing when a `get` misses"""
        cache = LRUCache(1)
        cache.put("ana", 21)
        self.assertIsNone(cache.get("ben"))
        self.assertFalse("ben" in cache)
        self.assertEqual(len(cache), 1)
        self.assertEqual(cache.put("cho", 7), ("ana", 21))

    def test_needs_room_for_one_entry(self):
        """Raises `ValueError` for a capacity below 1 and works with 1"""
        with self.assertRaises(ValueError):
            LRUCache(0)
        cache = LRUCache(1)
        self.assertIsNone(cache.put("ana", 21))
        self.assertEqual(cache.put("ben", 19), ("ana", 21))

    def test_behaves_like_a_slow_and_obvious_cache(self):
        """Agrees with a slow, obvious cache on any series of calls"""
        call = st.tuples(st.sampled_from(["put", "get", "in"]), st.integers(0, 5))
        judge.property(
            st.lists(call, max_size=40),
            lambda calls: replay(LRUCache(3), calls),
            oracle=lambda calls: replay(ObviousCache(3), calls),
        )


@judge.aspect("growth")
class Cost(unittest.TestCase):
    def test_a_hit_costs_the_same_at_any_capacity(self):
        """Finds an entry without walking through the others"""

        def read_all(cache):
            keys = list(range(len(cache)))
            random.Random(7).shuffle(keys)
            for key in keys:
                cache.get(key)

        assert_near_linear(read_all, sizes=[256, 512, 1024, 2048])

    def test_an_eviction_costs_the_same_at_any_capacity(self):
        """Finds the entry that has to leave without walking through the others"""

        def replace_all_twice(cache):
            n = len(cache)
            for key in range(n, 3 * n):
                cache.put(key, key)

        assert_near_linear(replace_all_twice, sizes=[1024, 2048, 4096, 8192])


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_evicted_values_are_released(self):
        """Holds on to no value that has left"""

        def run():
            cache = LRUCache(32)
            for key in range(5_000):
                cache.put(key, bytes(1_000))

        judge.assert_peak(run, at_most="256 KiB")

    def test_reads_leave_nothing_behind(self):
        """Needs no more memory after 40 000 reads than after the first"""

        def run():
            cache = filled(LRUCache, 32)
            for turn in range(40_000):
                cache.get(turn % 32)

        judge.assert_peak(run, at_most="64 KiB")


class ObviousCache:
    """A list of pairs from the least to the most recently used."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.pairs = []

    def get(self, key, default=None):
        for pair in self.pairs:
            if pair[0] == key:
                self.pairs.remove(pair)
                self.pairs.append(pair)
                return pair[1]
        return default

    def put(self, key, value):
        self.pairs = [pair for pair in self.pairs if pair[0] != key] + [(key, value)]
        return self.pairs.pop(0) if len(self.pairs) > self.capacity else None

    def __contains__(self, key):
        return any(pair[0] == key for pair in self.pairs)

    def __len__(self):
        return len(self.pairs)


def replay(cache, calls):
    """Make the calls; return every answer, and the length after each call."""
    answers = []
    for turn, (name, key) in enumerate(calls):
        if name == "put":
            answer = cache.put(key, turn)
        elif name == "get":
            answer = cache.get(key, "missing")
        else:
            answer = key in cache
        answers.append((answer, len(cache)))
    return answers


def filled(kind, n):
    """A full cache with the keys 0 to n - 1."""
    cache = kind(n)
    for key in range(n):
        cache.put(key, key)
    return cache


def assert_near_linear(work, sizes):
    """Measure `work` on full caches of these capacities, the model's beside it."""
    judge.assert_growth(
        lambda n: (filled(LRUCache, n), filled(judge.reference.LRUCache, n)),
        lambda caches: work(caches[0]),
        at_most="n log n",
        sizes=sizes,
        reference=lambda caches: work(caches[1]),
    )
