# caught by: Concurrency.test_runs_side_by_side
# An await inside a for loop looks asynchronous, yet each call begins when the one before has ended.
import asyncio


async def bounded_gather(calls, limit):
    slots = asyncio.Semaphore(limit)
    results = []
    for call in calls:
        async with slots:
            results.append(await call)
    return results
