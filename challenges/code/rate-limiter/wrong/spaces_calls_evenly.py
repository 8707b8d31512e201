# caught by: Examples.test_a_limiter_is_empty_at_first
# "Three a minute" becomes "one every twenty seconds", so callers wait for no reason.
import asyncio


class RateLimiter:
    def __init__(self, limit, period):
        self.gap = period / limit
        self.next = 0.0
        self.lock = asyncio.Lock()

    async def acquire(self):
        clock = asyncio.get_running_loop().time
        async with self.lock:
            wait = self.next - clock()
            if wait > 0:
                await asyncio.sleep(wait)
            self.next = clock() + self.gap
