import asyncio
from collections.abc import Awaitable, Callable


async def fresh_or_cached[T](load: Callable[[], Awaitable[T]], seconds: float, cached: T) -> T:
    """Return what `load` returns within `seconds`, or else `cached`, once `load` has cleaned up."""
    try:
        async with asyncio.timeout(seconds) as deadline:
            return await load()
    except TimeoutError:
        if not deadline.expired():  # load's own
            raise
        return cached
