"""The interpreter's own state around a test: hooks, streams, paths, random numbers."""

from __future__ import annotations

from .pristine import __builtins__

import _signal
import asyncio
import atexit
import decimal
import gc
import logging
import os
import random
import sys
import threading
import warnings
from typing import Any, Final

from . import recursion
from .guard import SYSTEM_STATE

SEED: Final = 20_260_101
_monitoring = sys.monitoring
_settrace, _setprofile, _set_hooks = sys.settrace, sys.setprofile, sys.set_asyncgen_hooks
_set_origin_depth = sys.set_coroutine_origin_tracking_depth
_set_running_loop = asyncio._set_running_loop
_freeze, _unfreeze, _collect = gc.freeze, gc.unfreeze, gc.collect
_gc_enable, _gc_debug, _gc_threshold = gc.enable, gc.set_debug, gc.set_threshold
_clear_atexit = atexit._clear
_seed = random.seed
_reset_warnings, _simple_filter = warnings.resetwarnings, warnings.simplefilter
_filters_mutated = warnings._filters_mutated
_handler, _set_handler = _signal.getsignal, _signal.signal
_chdir, _getcwd = os.chdir, os.getcwd
_set_context, _Context = decimal.setcontext, decimal.Context
_LISTS = ("path", "meta_path", "path_hooks", "argv", "warnoptions")
_SIGNALS = tuple(number for number in _signal.valid_signals() if number != _signal.SIGINT)
# Whether a program froze or thawed what the collector sees; counting that takes milliseconds.
_meddled: Final = [False]


def freeze() -> None:
    """Freeze all current tracked objects and ignore them for future collections."""
    _meddled[0] = True
    _freeze()


def unfreeze() -> None:
    """Unfreeze all objects in the permanent generation."""
    _meddled[0] = True
    _unfreeze()


def settle() -> None:
    """All that is here now stays for good: the collector and searches for leftovers skip it."""
    _collect()
    _freeze()


def install() -> None:
    """From now on it is known when a program freezes or thaws."""
    gc.freeze, gc.unfreeze = freeze, unfreeze


class Hooks:
    """Remembers the state at hand; `reset` returns to it, `seed` makes chance repeatable."""

    def __init__(self) -> None:
        self._sys = {name: vars(sys)[name] for name in SYSTEM_STATE if name in vars(sys)}
        self._lists = {name: list(vars(sys)[name]) for name in _LISTS}
        self._threading = threading.excepthook
        self._filters = list(warnings.filters)
        self._environment = dict(os.environ)
        self._signals = [(number, _handler(number)) for number in _SIGNALS]
        self._threshold = gc.get_threshold()
        self._origin_depth = sys.get_coroutine_origin_tracking_depth()
        self._folder = _getcwd()
        root = logging.root
        self._logging: tuple[int, list[Any], bool] = (
            root.level,
            list(root.handlers),
            root.disabled,
        )

    def seed(self) -> None:
        """Chance, warnings and numbers as every test finds them."""
        _seed(SEED)
        _set_context(_Context())
        _reset_warnings()
        _simple_filter("default")

    def quiet(self) -> None:
        """Ends tracing and profiling; the first thing to do when a program hands back control."""
        _settrace(None)
        _setprofile(None)

    def reset(self) -> None:
        """Puts everything back as it was when this object was made."""
        self.quiet()
        for tool in range(6):
            if _monitoring.get_tool(tool) is not None:
                _monitoring.free_tool_id(tool)
        for name, items in self._lists.items():
            self._sys[name][:] = items
        vars(sys).update(self._sys)
        for name in SYSTEM_STATE - self._sys.keys():
            vars(sys).pop(name, None)
        threading.excepthook = self._threading
        warnings.filters[:] = self._filters
        _filters_mutated()
        _clear_atexit()
        _set_hooks(None, None)
        _set_origin_depth(self._origin_depth)
        _set_running_loop(None)
        recursion.reset()
        self._reset_collector()
        self._reset_process()

    def _reset_collector(self) -> None:
        gc.callbacks.clear()
        _gc_enable()
        _gc_debug(0)
        _gc_threshold(*self._threshold)
        if _meddled[0]:
            _meddled[0] = False
            _unfreeze()
            settle()

    def _reset_process(self) -> None:
        for number, handler in self._signals:
            if _handler(number) is not handler and handler is not None:
                _set_handler(number, handler)
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        if _getcwd() != self._folder:
            _chdir(self._folder)
        root = logging.root
        root.level, root.handlers[:], root.disabled = (
            self._logging[0], self._logging[1], self._logging[2],
        )  # fmt: skip
