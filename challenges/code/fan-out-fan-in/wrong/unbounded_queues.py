# caught by: Flow.test_back_pressure
# asyncio.Queue() without a size works on every test set, and then holds the whole table.
import asyncio
from contextlib import aclosing


async def pipeline(rows, enrich, store, *, workers, buffer):
    todo, ready = asyncio.Queue(), asyncio.Queue()
    stored = 0

    async def read():
        async with aclosing(rows):
            async for row in rows:
                await todo.put(row)
        todo.shutdown()

    async def work():
        while True:
            try:
                row = await todo.get()
            except asyncio.QueueShutDown:
                return
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
        group.create_task(read())
        group.create_task(fan_out())
        group.create_task(collect())
    return stored
