import threading


class Counters:
    """Counts by name, for many threads at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, int] = {}  # only touched while the lock is held

    def add(self, name: str, amount: int = 1) -> None:
        with self._lock:
            self._counts[name] = self._counts.get(name, 0) + amount

    def total(self, name: str) -> int:
        with self._lock:
            return self._counts.get(name, 0)

    def drain(self) -> dict[str, int]:
        with self._lock:
            drained, self._counts = self._counts, {}
        return drained
