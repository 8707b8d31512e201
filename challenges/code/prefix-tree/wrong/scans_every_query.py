# caught by: Cost.test_counting_does_not_visit_what_is_below
# A Counter and startswith are three lines, and fast enough for any example that fits on a screen.
import heapq
from collections import Counter


class Suggester:
    def __init__(self, size: int = 3) -> None:
        self.size = size
        self.times: Counter[str] = Counter()

    def add(self, query: str, times: int = 1) -> None:
        self.times[query] += times

    def count(self, prefix: str) -> int:
        return sum(times for query, times in self.times.items() if query.startswith(prefix))

    def suggest(self, prefix: str) -> list[str]:
        found = [(-times, query) for query, times in self.times.items() if query.startswith(prefix)]
        return [query for _, query in heapq.nsmallest(self.size, found)]
