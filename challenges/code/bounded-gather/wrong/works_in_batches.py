# caught by: Concurrency.test_refills_a_free_slot_at_once
# Batches of n look like a limit of n, but each batch waits for its slowest call.
import asyncio
from itertools import batched


async def bounded_gather(calls, limit):
    async def run(call):
        return await call

    results = []
    for batch in batched(calls, limit):
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(run(call)) for call in batch]
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from None
        results += [task.result() for task in tasks]
    return results
