# caught by: Memory.test_a_quiet_year_leaves_nothing_behind
# Skipping stale keys when they come up is lazy deletion, but those at the far end never come up.
from heapq import heappop, heappush
from itertools import count


class AlertQueue[T]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.tickets = count()
        self.alerts: dict[int, T] = {}
        self.soonest: list[tuple[int, int]] = []
        self.latest: list[tuple[int, int]] = []

    def push(self, alert: T, urgency: int) -> T | None:
        ticket = next(self.tickets)
        self.alerts[ticket] = alert
        heappush(self.soonest, (-urgency, ticket))
        heappush(self.latest, (urgency, -ticket))
        if len(self.alerts) <= self.capacity:
            return None
        while True:
            ticket = -heappop(self.latest)[1]
            if ticket in self.alerts:
                return self.alerts.pop(ticket)

    def pop(self) -> T:
        while True:
            ticket = heappop(self.soonest)[1]
            if ticket in self.alerts:
                return self.alerts.pop(ticket)

    def __len__(self) -> int:
        return len(self.alerts)
