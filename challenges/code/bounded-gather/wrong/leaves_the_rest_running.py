# caught by: Errors.test_cancels_the_calls_in_flight
# The workers are right, but gather passes the error on and lets the other workers run.
import asyncio


async def bounded_gather(calls, limit):
    numbered = enumerate(calls)
    results = {}

    async def worker():
        for position, call in numbered:
            results[position] = await call

    await asyncio.gather(*(worker() for _ in range(limit)))
    return [results[position] for position in sorted(results)]
