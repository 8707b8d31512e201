import threading


class Counters:
    """Counts by name, for many threads at once."""

    def add(self, name: str, amount: int = 1) -> None:
        raise NotImplementedError

    def total(self, name: str) -> int:
        raise NotImplementedError

    def drain(self) -> dict[str, int]:
        raise NotImplementedError
