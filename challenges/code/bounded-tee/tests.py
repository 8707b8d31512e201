import unittest
from itertools import count

import judge
from judge import strategies as st
from solution import split

REFUSED = "refused"
ENDED = "ended"


def ask(branch):
    """The branch's next item, or REFUSED, or ENDED."""
    try:
        return next(branch)
    except BufferError:
        return REFUSED
    except StopIteration:
        return ENDED


def expected(schedule, consumers, limit):
    """What each request of a schedule (numbers of branches) must be answered with."""
    had = [0] * consumers
    answers = []
    for number in schedule:
        if had[number] - min(had) == limit:
            answers.append(REFUSED)
        else:
            answers.append(had[number])
            had[number] += 1
    return answers


class Once:
    """An iterator that may not be asked again once it has ended with `end`."""

    def __init__(self, items, end):
        self.items = iter(items)
        self.end = end
        self.over = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.over:
            raise judge.Failure("Your program asked the source again after its end.")
        for item in self.items:
            return item
        self.over = True
        raise self.end


class Examples(unittest.TestCase):
    def test_refused_then_served(self):
        """Refuses the branch that is ahead, and serves it once the other has caught up"""
        store, audit = split("abc", consumers=2, limit=2)
        self.assertEqual((next(store), next(store)), ("a", "b"))
        with self.assertRaises(BufferError):
            next(store)
        self.assertEqual((next(audit), ask(store)), ("a", "c"))

    def test_everyone_gets_everything(self):
        """Gives every item to each of three branches"""
        branches = split("abcd", consumers=3, limit=1)
        self.assertEqual(
            list(zip(*branches, strict=True)), [(letter,) * 3 for letter in "abcd"]
        )


class BackPressure(unittest.TestCase):
    def test_refusal_loses_nothing(self):
        """A refused request reads nothing, so no item is lost"""
        source = judge.Source(count(), name="source")
        store, audit = split(source, consumers=2, limit=3)
        self.assertEqual([ask(store) for _ in range(5)], [0, 1, 2, REFUSED, REFUSED])
        source.assert_pulled(exactly=3)
        self.assertEqual([ask(audit) for _ in range(3)], [0, 1, 2])

    def test_refused_branch_may_try_again(self):
        """A refused branch goes on where it was, as often as it is refused"""
        store, audit = split(count(), consumers=2, limit=1)
        self.assertEqual(
            [(ask(store), ask(store), ask(audit)) for _ in range(3)],
            [(0, REFUSED, 0), (1, REFUSED, 1), (2, REFUSED, 2)],
        )

    def test_single_consumer(self):
        """A branch on its own is never refused"""
        (only,) = split(range(5), consumers=1, limit=1)
        self.assertEqual(list(only), [0, 1, 2, 3, 4])

    def test_any_schedule(self):
        """Answers right in whatever order the branches ask"""
        for consumers, limit in ((2, 1), (3, 2)):

            def run(schedule, consumers=consumers, limit=limit):
                branches = split(count(), consumers, limit)
                return [ask(branches[number]) for number in schedule]

            judge.property(
                st.lists(st.integers(0, consumers - 1), max_size=16),
                run,
                oracle=lambda schedule, c=consumers, m=limit: expected(schedule, c, m),
                runs=60,
            )


@judge.aspect("laziness")
class Lazy(unittest.TestCase):
    def test_reads_each_item_once(self):
        """Reads nothing at first, then each item once, for the branch that asks first"""
        source = judge.Source(count(), name="source")
        store, audit = split(source, consumers=2, limit=4)
        judge.assert_iterator(store)
        source.assert_pulled(exactly=0)
        self.assertEqual([next(store), next(audit)], [0, 0])
        source.assert_pulled(exactly=1)
        self.assertEqual([next(audit), next(audit), next(store)], [1, 2, 1])
        source.assert_pulled(exactly=3)


class Ending(unittest.TestCase):
    def test_end_reaches_everyone(self):
        """Each branch ends after the last item; the source is not asked again"""
        store, audit = split(Once("ab", StopIteration()), consumers=2, limit=5)
        self.assertEqual(list(store), ["a", "b"])
        self.assertEqual(list(store), [])
        self.assertEqual(list(audit), ["a", "b"])

    def test_failure_reaches_everyone(self):
        """The source's error reaches each branch in its place; the source is not asked again"""
        store, audit = split(Once("ab", OSError("feed lost")), consumers=2, limit=5)
        for name, branch in (("store", store), ("audit", audit)):
            with self.subTest(branch=name):
                self.assertEqual([next(branch), next(branch)], ["a", "b"])
                with self.assertRaisesRegex(OSError, "feed lost"):
                    next(branch)


class Closing(unittest.TestCase):
    def test_closed_branch_holds_nobody_up(self):
        """A closed branch is over and holds nobody up"""
        first, second, third = split(count(), consumers=3, limit=2)
        self.assertEqual([ask(first), ask(first), ask(first)], [0, 1, REFUSED])
        self.assertEqual(ask(second), 0)
        third.close()
        self.assertEqual(list(third), [])
        self.assertEqual([ask(first), ask(first)], [2, REFUSED])
        self.assertEqual(ask(second), 1)

    def test_last_branch_closes_the_source(self):
        """The source is closed with the last branch and no earlier"""
        source = judge.Source(count(), name="source")
        first, second = split(source, consumers=2, limit=2)
        next(first)
        first.close()
        first.close()
        source.assert_not_closed()
        self.assertEqual([next(second), next(second)], [0, 1])
        second.close()
        source.assert_closed()

    def test_source_without_close(self):
        """A source without `close` is simply let go"""
        (only,) = split([1, 2, 3], consumers=1, limit=1)
        self.assertEqual(next(only), 1)
        only.close()
        self.assertEqual(list(only), [])


@judge.aspect("memory")
class Memory(unittest.TestCase):
    def test_lets_items_go(self):
        """Lets an item go once every branch has had it"""

        def run():
            pages = (bytes(16_384) for _ in range(400))
            store, audit = split(pages, consumers=2, limit=4)
            for _ in range(100):
                for branch in (store, audit):
                    for _ in range(4):
                        next(branch)

        judge.assert_peak(run, at_most="512 KiB")
