from collections.abc import Callable
from typing import Any, Protocol


class Stage(Protocol):
    """What a stage needs of the next one; every generator has it."""

    def send(self, value: Any, /) -> object: ...

    def throw(self, error: BaseException, /) -> object: ...

    def close(self) -> object: ...


def keep(wanted: Callable[[str], bool], target: Stage) -> Stage:
    """Pass on the lines that are wanted."""
    raise NotImplementedError


def parse(target: Stage) -> Stage:
    """Turn lines such as "tea,250" into ("tea", 250)."""
    raise NotImplementedError


def totals(report: Callable[[dict[str, int], int], None]) -> Stage:
    """Add up pence by item; when closed, call report(sums, rejected)."""
    raise NotImplementedError
