# caught by: Lazy.test_reads_only_what_it_needs
# A heap in order before the yield feels tidy, but the pair then waits for its successor.
import heapq


def merge(*streams):
    iterators = [iter(stream) for stream in streams]
    heap = []
    try:
        for number, iterator in enumerate(iterators):
            first = next(iterator, None)
            if first is not None:
                heap.append((first[0], number, first[1]))
        heapq.heapify(heap)
        while heap:
            timestamp, number, event = heap[0]
            following = next(iterators[number], None)
            if following is None:
                heapq.heappop(heap)
            else:
                heapq.heapreplace(heap, (following[0], number, following[1]))
            yield timestamp, event
    finally:
        for iterator in iterators:
            if hasattr(iterator, "close"):
                iterator.close()
