# caught by: Flow.test_stages_overlap
# With all rows in a list the rest is easy, so first come the memory and the wait.
import asyncio


async def pipeline(rows, enrich, store, *, workers, buffer):
    remaining = iter([row async for row in rows])
    ready = asyncio.Queue(buffer)
    stored = 0

    async def work():
        for row in remaining:
            await ready.put(await enrich(row))

    async def fan_out():
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(work())
        ready.shutdown()

    async def collect():
        nonlocal stored
        while True:
            try:
                record = await ready.get()
            except asyncio.QueueShutDown:
                return
            await store(record)
            stored += 1

    async with asyncio.TaskGroup() as group:
        group.create_task(fan_out())
        group.create_task(collect())
    return stored
