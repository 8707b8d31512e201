from collections import OrderedDict


class LRUCache[K, V]:
    """A cache of at most `capacity` entries that lets the least recently used one go."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._entries: OrderedDict[K, V] = OrderedDict()  # least recently used first

    def get(self, key: K, default: V | None = None) -> V | None:
        """Return the value of `key`, or `default` when it is not here."""
        if key not in self._entries:
            return default
        self._entries.move_to_end(key)
        return self._entries[key]

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        """Store the pair; return the pair that had to leave, if any."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._capacity:
            return self._entries.popitem(last=False)
        return None

    def __contains__(self, key: K) -> bool:
        return key in self._entries

    def __len__(self) -> int:
        return len(self._entries)
