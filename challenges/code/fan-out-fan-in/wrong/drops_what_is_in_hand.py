# caught by: Examples.test_every_row_arrives_once
# Queues are empty, so everything is stopped; what the workers had in hand is lost.
import asyncio
from contextlib import aclosing


async def pipeline(rows, enrich, store, *, workers, buffer):
    todo, ready = asyncio.Queue(buffer), asyncio.Queue(buffer)
    stored = 0

    async def work():
        while True:
            await ready.put(await enrich(await todo.get()))

    async def collect():
        nonlocal stored
        while True:
            await store(await ready.get())
            stored += 1

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work()) for _ in range(workers)]
        tasks.append(group.create_task(collect()))
        async with aclosing(rows):
            async for row in rows:
                await todo.put(row)
        while not (todo.empty() and ready.empty()):
            await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
    return stored
