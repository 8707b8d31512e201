# caught by: Shutdown.test_enrich_fails
# The pattern of the queue documentation: nobody looks at a worker that fails, join hangs.
import asyncio
from contextlib import aclosing


async def pipeline(rows, enrich, store, *, workers, buffer):
    todo, ready = asyncio.Queue(buffer), asyncio.Queue(buffer)
    stored = 0

    async def work():
        while True:
            row = await todo.get()
            await ready.put(await enrich(row))
            todo.task_done()

    async def collect():
        nonlocal stored
        while True:
            await store(await ready.get())
            stored += 1
            ready.task_done()

    tasks = [asyncio.create_task(work()) for _ in range(workers)]
    tasks.append(asyncio.create_task(collect()))
    try:
        async with aclosing(rows):
            async for row in rows:
                await todo.put(row)
        await todo.join()
        await ready.join()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return stored
