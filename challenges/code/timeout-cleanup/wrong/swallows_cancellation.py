# caught by: Cancellation.test_before_the_deadline
# A timeout cancels the load, so each CancelledError is taken for one of those.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    try:
        async with asyncio.timeout(seconds) as deadline:
            return await load()
    except TimeoutError:
        if not deadline.expired():
            raise
        return cached
    except asyncio.CancelledError:
        return cached
