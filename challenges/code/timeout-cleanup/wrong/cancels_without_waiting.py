# caught by: Deadline.test_waits_for_clean_up
# cancel() reads like "stop", but it only asks; the connection comes back later.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    task = asyncio.create_task(load())
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
        return task.result() if done else cached
    finally:
        task.cancel()
