# caught by: Memory.test_long_stream
# Lazy deletion is the standard trick for a moving maximum; rising data never deletes anything.
import heapq
from collections import deque


def rolling(readings, size):
    if size < 1:
        raise ValueError("size must be positive")
    return _generate(readings, size)


def _generate(readings, size):
    window = deque()
    heap = []
    total = 0
    for index, reading in enumerate(readings):
        window.append(reading)
        total += reading
        heapq.heappush(heap, (-reading, index))
        if len(window) > size:
            total -= window.popleft()
        while heap[0][1] <= index - size:
            heapq.heappop(heap)
        if len(window) == size:
            yield total / size, -heap[0][0]
