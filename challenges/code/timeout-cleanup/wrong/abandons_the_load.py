# caught by: Deadline.test_cancels_at_the_deadline
# asyncio.wait has a timeout, so it seems right; it leaves the task running.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    task = asyncio.create_task(load())
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait({task})
        raise
    return task.result() if done else cached
