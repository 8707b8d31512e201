class LRUCache[K, V]:
    """A cache of at most `capacity` entries that lets the least recently used one go."""

    def __init__(self, capacity: int) -> None:
        raise NotImplementedError

    def get(self, key: K, default: V | None = None) -> V | None:
        """Return the value of `key`, or `default` when it is not here."""
        raise NotImplementedError

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        """Store the pair; return the pair that had to leave, if any."""
        raise NotImplementedError

    def __contains__(self, key: K) -> bool:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError
