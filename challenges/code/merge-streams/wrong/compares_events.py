# caught by: Order.test_events_are_never_compared
# The pair goes into the heap as it is, which works until two timestamps are equal.
import heapq


def merge(*streams):
    iterators = [iter(stream) for stream in streams]
    heap = []
    try:
        for number, iterator in enumerate(iterators):
            for timestamp, event in iterator:
                heapq.heappush(heap, (timestamp, event, number))
                break
        while heap:
            timestamp, event, number = heapq.heappop(heap)
            yield timestamp, event
            for timestamp, event in iterators[number]:
                heapq.heappush(heap, (timestamp, event, number))
                break
    finally:
        for iterator in iterators:
            if hasattr(iterator, "close"):
                iterator.close()
