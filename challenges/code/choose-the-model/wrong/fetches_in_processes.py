# caught by: Model.test_waiting
# Four processes wait for four servers; a process that waits computes nothing.
def both(url, fetch, parse):
    return parse(fetch(url))


def index(urls, fetch, parse, threads, processes):
    return [outcome(future) for future in [processes.submit(both, u, fetch, parse) for u in urls]]


def outcome(future):
    error = future.exception()
    return future.result() if error is None else error
