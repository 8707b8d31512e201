# caught by: Examples.test_the_least_urgent_gives_way
# "Full" usually means "no entry", as queue.Queue does it, so the emergency waits outside.
import heapq
from itertools import count


class AlertQueue[T]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.tickets = count()
        self.heap: list[tuple[int, int, T]] = []

    def push(self, alert: T, urgency: int) -> T | None:
        if len(self.heap) == self.capacity:
            return alert
        heapq.heappush(self.heap, (-urgency, next(self.tickets), alert))
        return None

    def pop(self) -> T:
        return heapq.heappop(self.heap)[2]

    def __len__(self) -> int:
        return len(self.heap)
