# caught by: Cancellation.test_during_clean_up
# The usual way to await a cancelled task cannot tell whose cancellation it catches.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    task = asyncio.create_task(load())
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait({task})
        raise
    if done:
        return task.result()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    return cached
