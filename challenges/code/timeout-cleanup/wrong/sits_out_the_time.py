# caught by: Deadline.test_returns_as_soon_as_there_is_a_result
# Start it, sleep, look: easy to follow, and every page is as slow as the slowest.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(load())
        await asyncio.sleep(seconds)
        task.cancel()
    return cached if task.cancelled() else task.result()
