import asyncio


class RateLimiter:
    """Lets at most `limit` callers pass in any `period` seconds, in order of arrival."""

    def __init__(self, limit: int, period: float) -> None:
        raise NotImplementedError

    async def acquire(self) -> None:
        """Return when the caller may go ahead."""
        raise NotImplementedError
