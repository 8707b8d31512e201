import asyncio
from collections.abc import Awaitable, Callable


async def retry[T](
    operation: Callable[[], Awaitable[T]],
    *,
    attempts: int = 5,
    base: float = 0.5,
    cap: float = 30.0,
    retry_on: tuple[type[Exception], ...] = (ConnectionError, TimeoutError),
) -> T:
    """Return the first result of `operation`, waiting longer after each failed attempt."""
    raise NotImplementedError
