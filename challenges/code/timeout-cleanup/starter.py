import asyncio
from collections.abc import Awaitable, Callable


async def fresh_or_cached[T](load: Callable[[], Awaitable[T]], seconds: float, cached: T) -> T:
    """Return what `load` returns within `seconds`, or else `cached`, once `load` has cleaned up."""
    raise NotImplementedError
