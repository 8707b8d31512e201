import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any


async def first_success[T](
    fetch: Callable[[str], Coroutine[Any, Any, T]], mirrors: Iterable[str]
) -> T:
    """Ask all mirrors at once and return the first result; cancel and await the others."""
    tasks = [asyncio.create_task(fetch(mirror)) for mirror in mirrors]
    try:
        async for finished in asyncio.as_completed(tasks):
            if finished.exception() is None:
                return finished.result()
    finally:
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("every mirror failed", outcomes)  # ValueError if there were none
