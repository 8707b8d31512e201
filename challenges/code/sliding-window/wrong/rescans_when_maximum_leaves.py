# caught by: Cost.test_wide_window
# Looking again only when the maximum leaves is quick on random data, so it feels solved.
from collections import deque


def rolling(readings, size):
    if size < 1:
        raise ValueError("size must be positive")
    return _generate(readings, size)


def _generate(readings, size):
    window = deque()
    total = 0
    peak = None
    for reading in readings:
        window.append(reading)
        total += reading
        if len(window) > size:
            gone = window.popleft()
            total -= gone
            if gone == peak:
                peak = max(window)
        if peak is None or reading > peak:
            peak = reading
        if len(window) == size:
            yield total / size, peak
