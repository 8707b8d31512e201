# caught by: Closing.test_caller_stops
# heapq.merge does everything else, and that it closes nothing is easy to miss.
import heapq
from operator import itemgetter


def merge(*streams):
    yield from heapq.merge(*streams, key=itemgetter(0))
