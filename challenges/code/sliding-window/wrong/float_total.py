# caught by: Figures.test_spike_leaves_no_trace
# A mean is a float, so a total that starts at 0.0 looks natural; a spike wipes out its low digits.
from collections import deque


def rolling(readings, size):
    if size < 1:
        raise ValueError("size must be positive")

    def generate():
        window, peaks = deque(), deque()
        total = 0.0
        for reading in readings:
            window.append(reading)
            total += reading
            while peaks and peaks[-1] < reading:
                peaks.pop()
            peaks.append(reading)
            if len(window) > size:
                gone = window.popleft()
                total -= gone
                if gone == peaks[0]:
                    peaks.popleft()
            if len(window) == size:
                yield total / size, peaks[0]

    return generate()
