# caught by: Lazy.test_reads_only_what_it_needs
# Chain and sort is one line and gives the right order, once every stream has ended.
from itertools import chain
from operator import itemgetter


def merge(*streams):
    try:
        yield from sorted(chain(*streams), key=itemgetter(0))
    finally:
        for stream in streams:
            if hasattr(stream, "close"):
                stream.close()
