# caught by: Cost.test_a_push_on_a_full_queue
# A stable sort gets even the order of equals right, at the price of reading all of them.


class AlertQueue[T]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: list[tuple[int, T]] = []

    def push(self, alert: T, urgency: int) -> T | None:
        self.entries.append((urgency, alert))
        self.entries.sort(key=lambda entry: -entry[0])
        if len(self.entries) > self.capacity:
            return self.entries.pop()[1]
        return None

    def pop(self) -> T:
        return self.entries.pop(0)[1]

    def __len__(self) -> int:
        return len(self.entries)
