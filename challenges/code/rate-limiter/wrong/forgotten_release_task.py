# caught by: Window.test_waiting_leaves_the_loop_alone
# A task per call sleeps and gives the place back; nobody keeps it, and it lives on.
import asyncio


class RateLimiter:
    def __init__(self, limit, period):
        self.period = period
        self.places = asyncio.Semaphore(limit)

    async def acquire(self):
        await self.places.acquire()
        asyncio.create_task(self.give_back())

    async def give_back(self):
        await asyncio.sleep(self.period)
        self.places.release()
