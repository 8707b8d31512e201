from collections.abc import Callable
from heapq import heapify, heapify_max, heappop, heappop_max, heappush, heappush_max
from itertools import count

type Key = tuple[int, int]  # (-urgency, ticket): the smaller, the sooner


class AlertQueue[T]:
    """Keeps the most urgent alerts, at most `capacity`, and hands them out in order."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._tickets = count()
        self._alerts: dict[int, T] = {}
        # Two heaps of the same keys. An alert that left through one of them leaves its key
        # behind in the other, where it is skipped: its ticket is not in _alerts any more.
        self._soonest: list[Key] = []
        self._latest: list[Key] = []

    def push(self, alert: T, urgency: int) -> T | None:
        """Add an alert; return the one that had to give way, if any."""
        ticket = next(self._tickets)
        self._alerts[ticket] = alert
        heappush(self._soonest, (-urgency, ticket))
        heappush_max(self._latest, (-urgency, ticket))
        if len(self._alerts) > self._capacity:
            return self._take(heappop_max, self._latest)
        return None

    def pop(self) -> T:
        """Remove and return the most urgent alert, the oldest among equals."""
        return self._take(heappop, self._soonest)

    def __len__(self) -> int:
        return len(self._alerts)

    def _take(self, pop_key: Callable[[list[Key]], Key], heap: list[Key]) -> T:
        ticket = None
        while ticket not in self._alerts:
            _, ticket = pop_key(heap)
        alert = self._alerts.pop(ticket)
        self._sweep()
        return alert

    def _sweep(self) -> None:
        """Drop the left-behind keys once they outnumber the live ones."""
        for heap, order in ((self._soonest, heapify), (self._latest, heapify_max)):
            if len(heap) > 2 * self._capacity:
                heap[:] = [key for key in heap if key[1] in self._alerts]
                order(heap)
