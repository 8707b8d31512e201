"""Threads on stack switching, under a scheduler of ours. See `explore` for what tests ask."""

from ..pristine import __builtins__

from collections.abc import Callable
from typing import Any

from ..failure import defer
from . import points, primitives, words
from .policy import Slices
from .scheduler import scheduler
from .stacks import Stacks
from .time import Real, Virtual
from .words import title, wanted

__all__ = [
    "are_possible", "clear", "connect", "install", "leave", "scheduler", "title",
    "use_real_time", "use_virtual_time", "wanted",
]  # fmt: skip
clear, leave = primitives.clear, primitives.leave
_SLICE = 300


def install() -> None:
    """Once, before the memory image is made."""
    primitives.install()
    scheduler.on_start, scheduler.on_idle = points.arm, points.disarm
    scheduler.explain = lambda strands: defer(words.deadlock(strands))


def connect(worker: Any) -> None:
    """Lets threads start, where the worker was asked to suspend Python."""
    if not getattr(worker, "suspends", False) or scheduler.stacks is not None:
        return
    from pyodide.ffi import create_proxy

    worker.protect()
    stacks = Stacks(scheduler.run, worker.protect)
    worker.carry(create_proxy(stacks.carry))
    scheduler.stacks = stacks


def are_possible() -> bool:
    """Whether threads can start."""
    return scheduler.stacks is not None


def use_virtual_time() -> None:
    """For checks: the same schedule each time."""
    scheduler.time, scheduler.policy = Virtual(), Slices()


def use_real_time(sleep: Callable[[float], None], random: Callable[[], float]) -> None:
    """For free runs: real waiting, and slices of random length as on a busy machine."""
    scheduler.time = Real(sleep)
    scheduler.policy = Slices(lambda: 1 + int(random() * _SLICE))


