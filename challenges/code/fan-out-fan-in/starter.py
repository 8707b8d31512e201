import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable


async def pipeline[T, R](
    rows: AsyncGenerator[T],
    enrich: Callable[[T], Awaitable[R]],
    store: Callable[[R], Awaitable[None]],
    *,
    workers: int,
    buffer: int,
) -> int:
    """Read, enrich and store all rows with bounded memory; return how many were stored."""
    raise NotImplementedError
