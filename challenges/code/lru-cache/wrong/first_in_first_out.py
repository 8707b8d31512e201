# caught by: Examples.test_a_read_is_a_use
# Insertion order comes for free, and a test that only writes cannot tell it from order of use.
from collections import OrderedDict


class LRUCache[K, V]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, default: V | None = None) -> V | None:
        return self.entries.get(key, default)

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            return self.entries.popitem(last=False)
        return None

    def __contains__(self, key: K) -> bool:
        return key in self.entries

    def __len__(self) -> int:
        return len(self.entries)
