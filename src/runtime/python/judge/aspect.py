"""What a test is about, for the report's headings."""

from .pristine import __builtins__

from typing import Callable, Literal, TypeVar, get_args

Aspect = Literal[
    "correctness", "laziness", "concurrency", "growth", "memory", "threads", "style"
]

_NAMES = get_args(Aspect)
_ATTRIBUTE = "__judge_aspect__"

_T = TypeVar("_T", bound=Callable)


def aspect(name: Aspect) -> Callable[[_T], _T]:
    """Decorate a TestCase class or a test method with its aspect.

    Raises ValueError for a name that the report does not know.
    """
    if name not in _NAMES:
        raise ValueError(f"unknown aspect {name!r}; one of {', '.join(_NAMES)}")

    def mark(target: _T) -> _T:
        setattr(target, _ATTRIBUTE, name)
        return target

    return mark


def aspect_of(case: object, method: str | None = None) -> Aspect:
    """The aspect of a test: its method's, else its class's, else ``correctness``."""
    found = getattr(getattr(case, method, None), _ATTRIBUTE, None) if method else None
    return found or getattr(case, _ATTRIBUTE, None) or "correctness"
