# caught by: Window.test_crowd
# Look, sleep, pass: all who wait for the same moment sleep equally long and pass together.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, limit, period):
        self.period = period
        self.passes = deque(maxlen=limit)

    async def acquire(self):
        clock = asyncio.get_running_loop().time
        if len(self.passes) == self.passes.maxlen:
            wait = self.passes[0] + self.period - clock()
            if wait > 0:
                await asyncio.sleep(wait)
        self.passes.append(clock())
