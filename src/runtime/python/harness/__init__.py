"""What the worker calls to check or run a learner's program."""

from .check import check
from .expected import expect
from .prepare import prepare
from .run import needs_suspension, run

__all__ = ["check", "expect", "needs_suspension", "prepare", "run"]
