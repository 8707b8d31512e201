# caught by: Lazy.test_pair_is_never_late
# Filling the first window with islice tempts one to yield at the top of the loop, one too late.
from collections import deque
from itertools import islice


def rolling(readings, size):
    if size < 1:
        raise ValueError("size must be positive")
    return _generate(iter(readings), size)


def _generate(readings, size):
    window, peaks = deque(), deque()
    total = 0

    def add(reading):
        nonlocal total
        window.append(reading)
        total += reading
        while peaks and peaks[-1] < reading:
            peaks.pop()
        peaks.append(reading)

    for reading in islice(readings, size):
        add(reading)
    if len(window) < size:
        return
    for reading in readings:
        yield total / size, peaks[0]
        gone = window.popleft()
        total -= gone
        if peaks[0] == gone:
            peaks.popleft()
        add(reading)
    yield total / size, peaks[0]
