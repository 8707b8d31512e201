from collections.abc import Callable, Sequence
from concurrent.futures import Executor


def index(
    urls: Sequence[str],
    fetch: Callable[[str], str],
    parse: Callable[[str], object],
    threads: Executor,
    processes: Executor,
) -> list[object]:
    """What `parse` makes of each fetched page, or the exception that came instead."""
    raise NotImplementedError
