# caught by: Cost.test_a_hit_costs_the_same_at_any_capacity
# A list of keys comes to mind first for "order of use", and remove() hides its walk.


class LRUCache[K, V]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.values: dict[K, V] = {}
        self.order: list[K] = []

    def get(self, key: K, default: V | None = None) -> V | None:
        if key not in self.values:
            return default
        self.order.remove(key)
        self.order.append(key)
        return self.values[key]

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        evicted = None
        if key in self.values:
            self.order.remove(key)
        elif len(self.values) == self.capacity:
            oldest = self.order.pop(0)
            evicted = (oldest, self.values.pop(oldest))
        self.values[key] = value
        self.order.append(key)
        return evicted

    def __contains__(self, key: K) -> bool:
        return key in self.values

    def __len__(self) -> int:
        return len(self.values)
