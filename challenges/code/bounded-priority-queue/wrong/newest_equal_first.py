# caught by: Rules.test_equals_come_out_in_order_of_arrival
# pop() from the right is the cheap end, so the list is kept rising and equals come out backwards.
from bisect import insort


class AlertQueue[T]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: list[tuple[int, T]] = []

    def push(self, alert: T, urgency: int) -> T | None:
        insort(self.entries, (urgency, alert), key=lambda entry: entry[0])
        if len(self.entries) > self.capacity:
            return self.entries.pop(0)[1]
        return None

    def pop(self) -> T:
        return self.entries.pop()[1]

    def __len__(self) -> int:
        return len(self.entries)
