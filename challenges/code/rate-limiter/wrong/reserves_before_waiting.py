# caught by: Cancellation.test_first_in_line_gives_up
# Booking a time needs no lock, but a caller who gives up leaves an empty place behind.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, limit, period):
        self.period = period
        self.booked = deque(maxlen=limit)

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        if len(self.booked) == self.booked.maxlen:
            mine = max(now, self.booked[0] + self.period)
        else:
            mine = now
        self.booked.append(mine)
        if mine > now:
            await asyncio.sleep(mine - now)
