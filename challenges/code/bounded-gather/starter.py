import asyncio
from collections.abc import Awaitable, Iterable


async def bounded_gather[T](calls: Iterable[Awaitable[T]], limit: int) -> list[T]:
    """Await all calls, at most `limit` at a time, and return their results in order."""
    raise NotImplementedError
