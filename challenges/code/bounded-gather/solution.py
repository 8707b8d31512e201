import asyncio
from collections.abc import Awaitable, Iterable


async def bounded_gather[T](calls: Iterable[Awaitable[T]], limit: int) -> list[T]:
    """Await all calls, at most `limit` at a time, and return their results in order."""
    numbered = enumerate(calls)  # one iterator, shared by all workers
    results: dict[int, T] = {}

    async def worker() -> None:
        for position, call in numbered:
            results[position] = await call

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(limit):
                group.create_task(worker())
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None  # errors are kept in the order they happened
    return [results[position] for position in sorted(results)]
