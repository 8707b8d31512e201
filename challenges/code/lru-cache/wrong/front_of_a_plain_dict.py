# caught by: Cost.test_an_eviction_costs_the_same_at_any_capacity
# Dictionaries keep insertion order, so next(iter(d)) looks free, but it steps over every hole.


class LRUCache[K, V]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: dict[K, V] = {}

    def get(self, key: K, default: V | None = None) -> V | None:
        if key not in self.entries:
            return default
        value = self.entries.pop(key)
        self.entries[key] = value
        return value

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            oldest = next(iter(self.entries))
            return oldest, self.entries.pop(oldest)
        return None

    def __contains__(self, key: K) -> bool:
        return key in self.entries

    def __len__(self) -> int:
        return len(self.entries)
