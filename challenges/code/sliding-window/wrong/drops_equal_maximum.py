# caught by: Figures.test_equal_maxima
# "An equal reading replaces the old one" suits indexes; this deque is evicted by value.
from collections import deque


def rolling(readings, size):
    if size < 1:
        raise ValueError("size must be positive")
    return _generate(readings, size)


def _generate(readings, size):
    window, peaks = deque(), deque()
    total = 0
    for reading in readings:
        if len(window) == size:
            gone = window.popleft()
            total -= gone
            if peaks[0] == gone:
                peaks.popleft()
        while peaks and peaks[-1] <= reading:
            peaks.pop()
        window.append(reading)
        peaks.append(reading)
        total += reading
        if len(window) == size:
            yield total / size, peaks[0]
