# caught by: Concurrency.test_never_exceeds_the_limit
# People reach for gather, see the right results in the right order, and forget the limit.
import asyncio


async def bounded_gather(calls, limit):
    return await asyncio.gather(*calls)
