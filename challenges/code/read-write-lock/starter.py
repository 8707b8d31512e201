from contextlib import AbstractContextManager


class ReadWriteLock:
    """Shared by readers, or had by one writer alone."""

    def read(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def write(self) -> AbstractContextManager[None]:
        raise NotImplementedError
