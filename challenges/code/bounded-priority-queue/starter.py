class AlertQueue[T]:
    """Keeps the most urgent alerts, at most `capacity`, and hands them out in order."""

    def __init__(self, capacity: int) -> None:
        raise NotImplementedError

    def push(self, alert: T, urgency: int) -> T | None:
        """Add an alert; return the one that had to give way, if any."""
        raise NotImplementedError

    def pop(self) -> T:
        """Remove and return the most urgent alert, the oldest among equals."""
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError
