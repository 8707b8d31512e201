# title: Taking from the front
# this: queue.pop(0) on a list
# that: queue.popleft() on a deque
# sizes: 1000, 10000, 100000
# question: A worker takes the oldest job out of a queue of n jobs. How many times the work of `deque.popleft()` is `list.pop(0)`?
# why: A list lies in memory in one piece: taking its first item moves all the others down one place. A deque only moves its left end. At a handful of jobs nobody notices; at a hundred thousand each job pays for all the others.
from collections import deque


def setup(n):
    items, queue = list(range(n)), deque(range(n))

    def this():
        items.append(items.pop(0))

    def that():
        queue.append(queue.popleft())

    return this, that
