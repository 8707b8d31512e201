import asyncio
from collections import deque


class RateLimiter:
    """Lets at most `limit` callers pass in any `period` seconds, in order of arrival."""

    def __init__(self, limit: int, period: float) -> None:
        self._limit = limit
        self._period = period
        self._passes: deque[float] = deque()  # times of the latest passes, oldest first
        self._turn = asyncio.Lock()  # wakes its waiters in the order in which they came

    async def acquire(self) -> None:
        """Return when the caller may go ahead."""
        clock = asyncio.get_running_loop().time
        async with self._turn:
            if len(self._passes) == self._limit:
                await asyncio.sleep(self._passes[0] + self._period - clock())
                self._passes.popleft()
            self._passes.append(clock())
