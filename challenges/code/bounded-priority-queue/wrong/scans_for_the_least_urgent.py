# caught by: Cost.test_a_push_on_a_full_queue
# One heap gives the most urgent; the least urgent is somewhere in it, so max() looks for it.
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
        heapq.heappush(self.heap, (-urgency, next(self.tickets), alert))
        if len(self.heap) <= self.capacity:
            return None
        last = max(range(len(self.heap)), key=lambda index: self.heap[index][:2])
        dropped = self.heap[last][2]
        self.heap[last] = self.heap[-1]
        self.heap.pop()
        heapq.heapify(self.heap)
        return dropped

    def pop(self) -> T:
        return heapq.heappop(self.heap)[2]

    def __len__(self) -> int:
        return len(self.heap)
