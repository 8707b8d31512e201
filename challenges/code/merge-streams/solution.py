import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack


def merge[T](*streams: Iterable[tuple[float, T]]) -> Iterator[tuple[float, T]]:
    """Yield the pairs of all `streams`, each sorted by timestamp, in order of timestamp."""
    with ExitStack() as stack:
        iterators = [iter(stream) for stream in streams]
        for iterator in iterators:
            if hasattr(iterator, "close"):
                stack.callback(iterator.close)

        # The stream's number settles ties, so a comparison never gets as far as the event.
        heap: list[tuple[float, int, T]] = []
        for number, iterator in enumerate(iterators):
            for timestamp, event in iterator:
                heap.append((timestamp, number, event))
                break
        heapq.heapify(heap)

        while heap:
            timestamp, number, event = heap[0]
            yield timestamp, event
            for timestamp, event in iterators[number]:
                heapq.heapreplace(heap, (timestamp, number, event))
                break
            else:
                heapq.heappop(heap)
