"""What the worker calls to check or run a learner's program."""

from .check import check
from .expected import expect
from .needs import asks_for_input, starts_threads
from .prepare import prepare
from .names import names
from .run import run
from .trace import trace

__all__ = [
    "asks_for_input",
    "check",
    "expect",
    "names",
    "prepare",
    "run",
    "starts_threads",
    "trace",
]
