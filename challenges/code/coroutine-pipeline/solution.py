from collections.abc import Callable, Generator
from functools import wraps
from typing import Any, Protocol


class Stage(Protocol):
    """What a stage needs of the next one; every generator has it."""

    def send(self, value: Any, /) -> object: ...

    def throw(self, error: BaseException, /) -> object: ...

    def close(self) -> object: ...


def primed[**P](
    function: Callable[P, Generator[None, Any]],
) -> Callable[P, Generator[None, Any]]:
    """Start each generator that `function` makes, so that it waits for its first value."""

    @wraps(function)
    def start(*args: P.args, **kwargs: P.kwargs) -> Generator[None, Any]:
        stage = function(*args, **kwargs)
        next(stage)
        return stage

    return start


@primed
def keep(wanted: Callable[[str], bool], target: Stage) -> Generator[None, str]:
    """Pass on the lines that are wanted."""
    try:
        while True:
            try:
                line = yield
                passes = wanted(line)
            except Exception as error:
                target.throw(error)
            else:
                if passes:
                    target.send(line)
    finally:
        target.close()


@primed
def parse(target: Stage) -> Generator[None, str]:
    """Turn lines such as "tea,250" into ("tea", 250)."""
    try:
        while True:
            try:
                line = yield
                item, pence = line.split(",")
                sale = item, int(pence)
            except Exception as error:
                target.throw(error)
            else:
                target.send(sale)
    finally:
        target.close()


@primed
def totals(report: Callable[[dict[str, int], int], None]) -> Generator[None, tuple[str, int]]:
    """Add up pence by item; when closed, call report(sums, rejected)."""
    sums: dict[str, int] = {}
    rejected = 0
    try:
        while True:
            try:
                item, pence = yield
            except ValueError:
                rejected += 1
            else:
                sums[item] = sums.get(item, 0) + pence
    except GeneratorExit:  # closed, and not broken off by an error
        report(sums, rejected)
