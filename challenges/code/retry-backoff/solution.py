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
    delay = base
    for _ in range(attempts - 1):
        try:
            return await operation()
        except retry_on:
            await asyncio.sleep(min(delay, cap))
            delay *= 2  # a float grows to infinity; base * 2**n overflows near n = 1024
    return await operation()  # the last attempt: nothing catches its error
