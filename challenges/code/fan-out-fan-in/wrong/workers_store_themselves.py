# caught by: Flow.test_workers
# Without a collector there is one queue less, and as many stores at once as there are workers.
import asyncio
from contextlib import aclosing


async def pipeline(rows, enrich, store, *, workers, buffer):
    todo = asyncio.Queue(buffer)
    stored = 0

    async def read():
        async with aclosing(rows):
            async for row in rows:
                await todo.put(row)
        todo.shutdown()

    async def work():
        nonlocal stored
        while True:
            try:
                row = await todo.get()
            except asyncio.QueueShutDown:
                return
            await store(await enrich(row))
            stored += 1

    async with asyncio.TaskGroup() as group:
        group.create_task(read())
        for _ in range(workers):
            group.create_task(work())
    return stored
