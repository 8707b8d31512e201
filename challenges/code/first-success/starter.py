import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any


async def first_success[T](
    fetch: Callable[[str], Coroutine[Any, Any, T]], mirrors: Iterable[str]
) -> T:
    """Ask all mirrors at once and return the first result; cancel and await the others."""
    raise NotImplementedError
