# caught by: Memory.test_reads_leave_nothing_behind
# Appending every use to a deque makes reads cheap, but without evictions nobody ever shortens it.
from collections import Counter, deque


class LRUCache[K, V]:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.values: dict[K, V] = {}
        self.uses: deque[K] = deque()
        self.pending: Counter[K] = Counter()

    def _use(self, key: K) -> None:
        self.uses.append(key)
        self.pending[key] += 1

    def get(self, key: K, default: V | None = None) -> V | None:
        if key not in self.values:
            return default
        self._use(key)
        return self.values[key]

    def put(self, key: K, value: V) -> tuple[K, V] | None:
        self.values[key] = value
        self._use(key)
        if len(self.values) <= self.capacity:
            return None
        while True:
            oldest = self.uses.popleft()
            self.pending[oldest] -= 1
            if self.pending[oldest] == 0:
                del self.pending[oldest]
                return oldest, self.values.pop(oldest)

    def __contains__(self, key: K) -> bool:
        return key in self.values

    def __len__(self) -> int:
        return len(self.values)
