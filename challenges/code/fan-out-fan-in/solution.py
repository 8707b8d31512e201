import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing


async def consume[T](queue: asyncio.Queue[T], handle: Callable[[T], Awaitable[None]]) -> None:
    """Handle one item after the other until the queue is shut down and empty."""
    while True:
        try:
            item = await queue.get()
        except asyncio.QueueShutDown:
            return
        await handle(item)


async def pipeline[T, R](
    rows: AsyncGenerator[T],
    enrich: Callable[[T], Awaitable[R]],
    store: Callable[[R], Awaitable[None]],
    *,
    workers: int,
    buffer: int,
) -> int:
    """Read, enrich and store all rows with bounded memory; return how many were stored."""
    todo: asyncio.Queue[T] = asyncio.Queue(buffer)
    ready: asyncio.Queue[R] = asyncio.Queue(buffer)
    stored = 0

    async def read() -> None:
        async with aclosing(rows):
            async for row in rows:
                await todo.put(row)
        todo.shutdown()

    async def enrich_one(row: T) -> None:
        await ready.put(await enrich(row))

    async def fan_out() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(consume(todo, enrich_one))
        ready.shutdown()  # only now can no more results come

    async def store_one(record: R) -> None:
        nonlocal stored
        await store(record)
        stored += 1

    async with asyncio.TaskGroup() as group:
        group.create_task(read())
        group.create_task(fan_out())
        group.create_task(consume(ready, store_one))
    return stored
