# caught by: Errors.test_waits_for_clean_up
# cancel() only asks; the caller gets the error while connections are still being closed.
import asyncio


async def bounded_gather(calls, limit):
    numbered = enumerate(calls)
    results = {}

    async def worker():
        for position, call in numbered:
            results[position] = await call

    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    try:
        await asyncio.gather(*workers)
    except BaseException:
        for task in workers:
            task.cancel()
        raise
    return [results[position] for position in sorted(results)]
