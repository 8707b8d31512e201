# title: The middle of a deque
# this: history[n // 2] on a deque
# that: history[n // 2] on a list
# sizes: 1000, 10000, 100000
# question: You keep n readings in a deque because you take them from the left. How many times the work of a list is reading the one in the middle?
# why: A deque is a chain of blocks of 64 items, and an index in the middle follows the chain from the nearer end. A list knows the address at once. Each structure buys its cheap ends or its cheap middle with the other.
from collections import deque


def setup(n):
    items = list(range(n))
    history = deque(items)
    middle = n // 2

    def this():
        return history[middle]

    def that():
        return items[middle]

    return this, that
