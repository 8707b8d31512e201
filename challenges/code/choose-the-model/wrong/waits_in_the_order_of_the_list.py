# caught by: Model.test_a_slow_page_at_the_front
# A slow first page holds up the parsing of all that came in behind it.
def index(urls, fetch, parse, threads, processes):
    steps = [threads.submit(fetch, url) for url in urls]
    for place, page in enumerate(steps):
        if page.exception() is None:
            steps[place] = processes.submit(parse, page.result())
    return [outcome(step) for step in steps]


def outcome(future):
    error = future.exception()
    return future.result() if error is None else error
