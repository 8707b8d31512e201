# caught by: Model.test_a_slow_page_at_the_end
# The right pools, but a barrier between the steps: all cores wait for the slowest server.
from concurrent.futures import wait


def index(urls, fetch, parse, threads, processes):
    steps = [threads.submit(fetch, url) for url in urls]
    wait(steps)
    for place, page in enumerate(steps):
        if page.exception() is None:
            steps[place] = processes.submit(parse, page.result())
    return [outcome(step) for step in steps]


def outcome(future):
    error = future.exception()
    return future.result() if error is None else error
