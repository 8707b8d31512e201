# caught by: Shutdown.test_more_workers_than_rows
# One None ends one consumer: right for a single worker, the others wait for ever.
import asyncio
from contextlib import aclosing


async def pipeline(rows, enrich, store, *, workers, buffer):
    todo, ready = asyncio.Queue(buffer), asyncio.Queue(buffer)
    stored = 0

    async def read():
        async with aclosing(rows):
            async for row in rows:
                await todo.put(row)
        await todo.put(None)

    async def work():
        while (row := await todo.get()) is not None:
            await ready.put(await enrich(row))

    async def fan_out():
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(work())
        await ready.put(None)

    async def collect():
        nonlocal stored
        while (record := await ready.get()) is not None:
            await store(record)
            stored += 1

    async with asyncio.TaskGroup() as group:
        group.create_task(read())
        group.create_task(fan_out())
        group.create_task(collect())
    return stored
