# title: Keeping a list in order
# this: times.append(new); times.sort()
# that: bisect.insort(times, new)
# sizes: 100, 1000, 10000
# question: One reading arrives late and belongs in the middle of n readings in order. How many times the work of `insort` is appending it and sorting again?
# why: Sorting what is nearly in order is linear, not n log n: the sort sees two runs and joins them. Even so it looks at every reading, while `insort` finds the place in log n steps and pays for moving the second half, which is one quick copy in memory.
from bisect import insort


def setup(n):
    one, other = list(range(0, 2 * n, 2)), list(range(0, 2 * n, 2))

    def this():
        one.append(n + 1)
        one.sort()
        one.pop(n // 2 + 1)

    def that():
        insort(other, n + 1)
        other.pop(n // 2 + 1)

    return this, that
