from collections import deque
from collections.abc import Iterable, Iterator


def rolling(readings: Iterable[int], size: int) -> Iterator[tuple[float, int]]:
    """Yield (mean, maximum) of the last `size` readings, once for each full window."""
    if size < 1:
        raise ValueError(f"size must be at least 1, not {size}")
    return _rolling(readings, size)


def _rolling(readings: Iterable[int], size: int) -> Iterator[tuple[float, int]]:
    window: deque[int] = deque()
    # The readings that can still become the maximum: never rising from left to right.
    peaks: deque[int] = deque()
    total = 0
    for reading in readings:
        window.append(reading)
        total += reading
        while peaks and peaks[-1] < reading:
            peaks.pop()
        peaks.append(reading)
        if len(window) == size:
            yield total / size, peaks[0]
            oldest = window.popleft()
            total -= oldest
            if oldest == peaks[0]:
                peaks.popleft()
