# caught by: Rules.test_of_the_least_urgent_the_newest_gives_way
# heappushpop on (urgency, ticket) is the "largest k" idiom, and drops the oldest of equals.
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
        entry = (urgency, next(self.tickets), alert)
        if len(self.heap) < self.capacity:
            heapq.heappush(self.heap, entry)
            return None
        return heapq.heappushpop(self.heap, entry)[2]

    def pop(self) -> T:
        if not self.heap:
            raise IndexError("pop from an empty queue")
        index = min(
            range(len(self.heap)), key=lambda place: (-self.heap[place][0], self.heap[place][1])
        )
        _, _, alert = self.heap.pop(index)
        heapq.heapify(self.heap)
        return alert

    def __len__(self) -> int:
        return len(self.heap)
