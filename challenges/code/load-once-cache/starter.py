from collections.abc import Callable


class LoadOnce:
    """Answers what `load` answers, and calls it once for each key."""

    def __init__(self, load: Callable[[str], object]) -> None:
        self.load = load

    def get(self, key: str) -> object:
        raise NotImplementedError
