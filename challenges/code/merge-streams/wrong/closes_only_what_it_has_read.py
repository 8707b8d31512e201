# caught by: Closing.test_first_pair_fails
# Registering a stream as it is first read leaves the later ones open if that read fails.
import heapq
from contextlib import ExitStack


def merge(*streams):
    with ExitStack() as stack:
        heap = []
        for number, stream in enumerate(streams):
            iterator = iter(stream)
            if hasattr(iterator, "close"):
                stack.callback(iterator.close)
            for timestamp, event in iterator:
                heapq.heappush(heap, (timestamp, number, event, iterator))
                break
        while heap:
            timestamp, number, event, iterator = heapq.heappop(heap)
            yield timestamp, event
            for timestamp, event in iterator:
                heapq.heappush(heap, (timestamp, number, event, iterator))
                break
