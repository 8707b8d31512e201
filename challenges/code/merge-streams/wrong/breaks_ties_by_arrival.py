# caught by: Order.test_ties_keep_stream_order
# A counter is the usual tie-breaker of a priority queue; here it ranks by arrival, not by stream.
import heapq
from itertools import count


def merge(*streams):
    iterators = [iter(stream) for stream in streams]
    arrival = count()
    heap = []
    try:
        for iterator in iterators:
            for timestamp, event in iterator:
                heapq.heappush(heap, (timestamp, next(arrival), event, iterator))
                break
        while heap:
            timestamp, _, event, iterator = heapq.heappop(heap)
            yield timestamp, event
            for timestamp, event in iterator:
                heapq.heappush(heap, (timestamp, next(arrival), event, iterator))
                break
    finally:
        for iterator in iterators:
            if hasattr(iterator, "close"):
                iterator.close()
