# caught by: Cancellation.test_before_the_deadline
# The deadline is handled with care; that wait does not pass cancellation on is overlooked.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    task = asyncio.create_task(load())
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.cancel()
        await asyncio.wait({task})
        if task.cancelled():
            return cached
    return task.result()
