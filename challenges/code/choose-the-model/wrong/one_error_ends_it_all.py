# caught by: Examples.test_errors_stay_at_their_place
# result() raises for the first page that is gone, and the work of all others is thrown away.
from concurrent.futures import as_completed


def index(urls, fetch, parse, threads, processes):
    pages = [threads.submit(fetch, url) for url in urls]
    parsed = {page: processes.submit(parse, page.result()) for page in as_completed(pages)}
    return [parsed[page].result() for page in pages]
