# title: The smallest one
# this: sorted(prices)[0]
# that: min(prices)
# sizes: 100, 1000, 10000
# question: Of n prices in no order you need the lowest. How many times the work of `min` is sorting them all?
# why: `min` looks at each price once, sorting compares each about log n times and copies the list first. The ratio grows, but slowly: log n is a small number. Sorting is a waste here rather than a disaster.
import random


def setup(n):
    chance = random.Random(7)
    prices = [chance.random() for _ in range(n)]

    def this():
        return sorted(prices)[0]

    def that():
        return min(prices)

    return this, that
