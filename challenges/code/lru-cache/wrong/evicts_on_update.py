# caught by: Rules.test_an_update_makes_nobody_leave
# "Is it full? Then make room" reads well at the top of put, but a known key needs no room.
from collections import OrderedDict


class LRUCache[K, V]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K, default: V | None = None) -> V | None:
        if key not in self.entries:
            return default
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        evicted = None
        if len(self.entries) >= self.capacity:
            evicted = self.entries.popitem(last=False)
        self.entries[key] = value
        self.entries.move_to_end(key)
        return evicted

    def __contains__(self, key: K) -> bool:
        return key in self.entries

    def __len__(self) -> int:
        return len(self.entries)
