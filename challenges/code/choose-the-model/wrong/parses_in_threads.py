# caught by: Model.test_computing
# Threads take turns with the GIL: eight of them compute no faster than one.
def both(url, fetch, parse):
    return parse(fetch(url))


def index(urls, fetch, parse, threads, processes):
    return [outcome(future) for future in [threads.submit(both, u, fetch, parse) for u in urls]]


def outcome(future):
    error = future.exception()
    return future.result() if error is None else error
