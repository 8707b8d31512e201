class Suggester:
    """Learns searches and suggests the most frequent completions of a prefix."""

    def __init__(self, size: int = 3) -> None:
        raise NotImplementedError

    def add(self, query: str, times: int = 1) -> None:
        """Record that `query` was searched `times` more times."""
        raise NotImplementedError

    def count(self, prefix: str) -> int:
        """Return how many searches began with `prefix`."""
        raise NotImplementedError

    def suggest(self, prefix: str) -> list[str]:
        """Return the most searched queries that begin with `prefix`, best first."""
        raise NotImplementedError
