# caught by: Edges.test_the_executors_are_lent
# with shuts the executors down at its end, though they are the caller's.
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, as_completed


def index(
    urls: Sequence[str],
    fetch: Callable[[str], str],
    parse: Callable[[str], object],
    threads: Executor,
    processes: Executor,
) -> list[object]:
    """What `parse` makes of each fetched page, or the exception that came instead."""
    with threads, processes:
        return _index(urls, fetch, parse, threads, processes)


def _index(urls, fetch, parse, threads, processes):
    fetched = [threads.submit(fetch, url) for url in urls]  # waits: the GIL is free meanwhile
    places = {page: place for place, page in enumerate(fetched)}
    steps: list[Future[object]] = [*fetched]
    for page in as_completed(fetched):  # the first that is there, not the first in the list
        if page.exception() is None:
            steps[places[page]] = processes.submit(parse, page.result())  # computes: a GIL each
    return [_outcome(step) for step in steps]


def _outcome(step: Future[object]) -> object:
    error = step.exception()
    return step.result() if error is None else error
