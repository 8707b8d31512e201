# caught by: Window.test_window_slides
# A counter that is reset each second is the first idea; two bursts meet at the edge.
import asyncio


class RateLimiter:
    def __init__(self, limit, period):
        self.limit = limit
        self.period = period
        self.window = None
        self.count = 0
        self.lock = asyncio.Lock()

    async def acquire(self):
        clock = asyncio.get_running_loop().time
        async with self.lock:
            window = clock() // self.period
            if window != self.window:
                self.window, self.count = window, 0
            if self.count == self.limit:
                self.window += 1
                self.count = 0
                await asyncio.sleep(self.window * self.period - clock())
            self.count += 1
