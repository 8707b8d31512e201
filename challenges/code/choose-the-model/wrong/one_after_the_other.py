# caught by: Model.test_waiting
# Uses the pools, and waits for each result before it submits the next.
def index(urls, fetch, parse, threads, processes):
    entries = []
    for url in urls:
        page = threads.submit(fetch, url)
        if page.exception() is None:
            page = processes.submit(parse, page.result())
        entries.append(outcome(page))
    return entries


def outcome(future):
    error = future.exception()
    return future.result() if error is None else error
