"""``_thread.lock`` and ``_thread.RLock`` whose waiting is the scheduler's."""

from ..pristine import __builtins__

import threading
from math import ceil
from sys import _getframe
from typing import Any

from ..frames import learner_line
from .scheduler import scheduler
from .strand import Strand

_MOST = 4294967.0
# Takes locks of its own, which it does not let go of.
_WAITING = threading.Condition.wait.__code__


def _timeout_of(blocking: object, timeout: float) -> float | None:
    """Seconds to wait, or None for ever; raises what CPython raises.

    A part of a microsecond counts as a whole one: what the standard library reckons from
    ``time.monotonic()``, where looking at the time takes time, would be short by that much.
    """
    if not isinstance(timeout, int | float):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer")
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0.0
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > _MOST:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else ceil(round(timeout * 1e6, 2)) / 1e6


class lock:
    """A lock object is a synchronization primitive. Acquire it before, release it after."""

    __module__ = "_thread"
    __slots__ = ("__weakref__", "line", "owner", "tried")

    def __init__(self) -> None:
        self.owner: Strand | None = None
        self.line: int | None = None
        self.tried = False

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Lock the lock, waiting for it if need be; whether it was acquired."""
        limit = _timeout_of(blocking, timeout)
        if self.owner is not None:
            if limit == 0.0 or not scheduler.wait(self, self._is_free, limit):
                return False
        self._take(limit == 0.0)
        return True

    def release(self) -> None:
        """Release the lock; raises RuntimeError when nobody holds it."""
        owner = self.owner
        if owner is None:
            raise RuntimeError("release unlocked lock")
        owner.held.pop(id(self), None)
        self.owner = None
        scheduler.freed(self)

    def locked(self) -> bool:
        """Whether somebody holds the lock."""
        return self.owner is not None

    def __enter__(self) -> bool:
        if self.owner is not None:
            scheduler.wait(self, self._is_free, None)
        self._take(False)
        return True

    def __exit__(self, *exc_info: object) -> None:
        self.release()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def _is_free(self) -> bool:
        return self.owner is None

    def _take(self, tried: bool) -> None:
        self.owner = owner = scheduler.current
        self.tried = tried or _getframe(2).f_code is _WAITING
        owner.held[id(self)] = self
        if scheduler.notes is not None:
            self.line = learner_line(_getframe(1))

    def _at_fork_reinit(self) -> None:
        self.owner = None

    def __repr__(self) -> str:
        state = "locked" if self.owner is not None else "unlocked"
        return f"<{state} _thread.lock object at {hex(id(self))}>"

    def __reduce__(self) -> Any:
        raise TypeError("cannot pickle '_thread.lock' object")

    def __init_subclass__(cls) -> None:
        raise TypeError("type '_thread.lock' is not an acceptable base type")


class RLock:
    """A lock that the thread which holds it may acquire again."""

    __module__ = "_thread"
    __slots__ = ("__weakref__", "count", "line", "owner", "tried")

    def __init__(self) -> None:
        self.owner: Strand | None = None
        self.count = 0
        self.line: int | None = None
        self.tried = False

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Lock the lock, waiting for it if need be; whether it was acquired."""
        limit = _timeout_of(blocking, timeout)
        me = scheduler.current
        if self.owner is me:
            self.count += 1
            return True
        if self.owner is not None:
            if limit == 0.0 or not scheduler.wait(self, self._is_free, limit):
                return False
        self._take(1, limit == 0.0)
        return True

    def release(self) -> None:
        """Release it once; raises RuntimeError when this thread does not hold it."""
        if self.owner is not scheduler.current:
            raise RuntimeError("cannot release un-acquired lock")
        self.count -= 1
        if self.count == 0:
            self._free()

    def locked(self) -> bool:
        """Whether somebody holds the lock."""
        return self.owner is not None

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc_info: object) -> None:
        self.release()

    def _is_free(self) -> bool:
        return self.owner is None

    def _take(self, count: int, tried: bool) -> None:
        self.owner = owner = scheduler.current
        self.count, self.tried = count, tried
        owner.held[id(self)] = self
        if scheduler.notes is not None:
            self.line = learner_line(_getframe(1))

    def _free(self) -> None:
        assert self.owner is not None
        self.owner.held.pop(id(self), None)
        self.owner = None
        scheduler.freed(self)

    def _is_owned(self) -> bool:
        return self.owner is scheduler.current

    def _recursion_count(self) -> int:
        return self.count if self.owner is scheduler.current else 0

    def _release_save(self) -> tuple[int, Strand]:
        if self.owner is not scheduler.current:
            raise RuntimeError("cannot release un-acquired lock")
        count, self.count = self.count, 0
        saved = (count, self.owner)
        self._free()
        return saved

    def _acquire_restore(self, state: tuple[int, Strand]) -> None:
        if self.owner is not None:
            scheduler.wait(self, self._is_free, None)
        self._take(state[0], False)

    def _at_fork_reinit(self) -> None:
        self.owner, self.count = None, 0

    def __repr__(self) -> str:
        state = "locked" if self.owner is not None else "unlocked"
        owner = 0 if self.owner is None else self.owner.ident
        return (
            f"<{state} _thread.RLock object owner={owner} count={self.count} "
            f"at {hex(id(self))}>"
        )

    def __reduce__(self) -> Any:
        raise TypeError("cannot pickle '_thread.RLock' object")


def allocate_lock() -> lock:
    """Create a new lock object."""
    return lock()
