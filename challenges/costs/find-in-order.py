# title: Finding a place in order
# this: starts.index(wanted)
# that: bisect.bisect_left(starts, wanted)
# sizes: 100, 1000, 10000
# question: n start times are in order and you look for the last of them. How many times the work of `bisect_left` is `list.index`?
# why: `index` walks from the front and compares each time; bisection halves what is left, so a thousand times more data costs ten comparisons more. It only works because the list is kept in order, and somebody has to keep it so.
from bisect import bisect_left


def setup(n):
    starts = list(range(0, 60 * n, 60))
    wanted = starts[-1]

    def this():
        return starts.index(wanted)

    def that():
        return bisect_left(starts, wanted)

    return this, that
