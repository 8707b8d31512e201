# caught by: Stopping.test_an_idle_mailer_stops_at_once
# Wakes up every second to look whether it is over: late to stop, and never idle.
import queue
import threading


class Stopped(Exception):
    pass


class Mailer:
    def __init__(self, send):
        self._send = send
        self._lock = threading.Lock()
        self._queue = queue.Queue()
        self._failed = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def submit(self, message):
        with self._lock:
            if self._stopping.is_set():
                raise Stopped
            self._queue.put(message)

    def stop(self, grace):
        with self._lock:
            self._stopping.set()
        self._thread.join(grace)
        untried = []
        while not self._queue.empty():
            untried.append(self._queue.get())
        self._thread.join()
        failed, self._failed = self._failed, []
        return failed + untried

    def _work(self):
        while not self._stopping.is_set() or not self._queue.empty():
            try:
                message = self._queue.get(timeout=1)
            except queue.Empty:
                continue
            try:
                self._send(message)
            except Exception:
                self._failed.append(message)
