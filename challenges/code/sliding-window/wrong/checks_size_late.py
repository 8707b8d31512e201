# caught by: Call.test_size_is_checked_at_the_call
# The check comes first, so it looks immediate; a generator's body waits for the first next().
from collections import deque


def rolling(readings, size):
    if size < 1:
        raise ValueError("size must be positive")
    window, peaks = deque(), deque()
    total = 0
    for reading in readings:
        window.append(reading)
        total += reading
        while peaks and peaks[-1] < reading:
            peaks.pop()
        peaks.append(reading)
        if len(window) == size:
            yield total / size, peaks[0]
            gone = window.popleft()
            total -= gone
            if gone == peaks[0]:
                peaks.popleft()
