# caught by: Window.test_a_place_comes_back_whole
# The best-known limiter, learnt by heart: it refills bit by bit, inside the window.
import asyncio


class RateLimiter:
    def __init__(self, limit, period):
        self.limit = limit
        self.seconds_per_token = period / limit
        self.tokens = float(limit)
        self.updated = None
        self.lock = asyncio.Lock()

    async def acquire(self):
        clock = asyncio.get_running_loop().time
        async with self.lock:
            now = clock()
            if self.updated is not None:
                gained = (now - self.updated) / self.seconds_per_token
                self.tokens = min(self.limit, self.tokens + gained)
            self.updated = now
            if self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) * self.seconds_per_token)
                self.tokens = 1.0
                self.updated = clock()
            self.tokens -= 1
