# caught by: Examples.test_keeps_the_order_of_the_input
# Workers append to one list as they finish; it goes unnoticed as long as the slow calls come last.
import asyncio


async def bounded_gather(calls, limit):
    remaining = iter(calls)
    results = []

    async def worker():
        for call in remaining:
            results.append(await call)

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(limit):
                group.create_task(worker())
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return results
