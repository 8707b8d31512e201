# caught by: Cost.test_a_push_on_a_full_queue
# Binary search finds the place in O(log k), so the list that moves aside for it is forgotten.
from bisect import insort
from itertools import count


class AlertQueue[T]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.tickets = count()
        self.entries: list[tuple[int, int, T]] = []

    def push(self, alert: T, urgency: int) -> T | None:
        insort(self.entries, (-urgency, next(self.tickets), alert), key=lambda entry: entry[:2])
        if len(self.entries) > self.capacity:
            return self.entries.pop()[2]
        return None

    def pop(self) -> T:
        return self.entries.pop(0)[2]

    def __len__(self) -> int:
        return len(self.entries)
