# caught by: Cancellation.test_before_the_deadline
# The timeout cancels the load, so CancelledError is taken for a sign of it; the caller's own is then lost.
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
