# caught by: Fairness.test_newcomer_does_not_overtake
# "Sleep, look again" keeps to the limit, but whoever looks at the right moment is first.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, limit, period):
        self.limit = limit
        self.period = period
        self.passes = deque()

    async def acquire(self):
        clock = asyncio.get_running_loop().time
        while True:
            while self.passes and self.passes[0] <= clock() - self.period:
                self.passes.popleft()
            if len(self.passes) < self.limit:
                self.passes.append(clock())
                return
            await asyncio.sleep(self.passes[0] + self.period - clock())
