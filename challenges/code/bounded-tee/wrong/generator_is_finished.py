# caught by: BackPressure.test_refused_branch_may_try_again
# A generator a branch is the shortest way, but the BufferError that leaves it also ends it.
from collections import deque


def split(source, consumers, limit):
    source = iter(source)
    queues = {number: deque() for number in range(consumers)}
    end = None

    def branch(number):
        nonlocal end
        queue = queues[number]
        try:
            while True:
                if not queue:
                    if end is None:
                        if any(len(each) == limit for each in queues.values()):
                            raise BufferError(f"{limit} items ahead")
                        try:
                            item = next(source)
                        except Exception as error:
                            end = error
                        else:
                            for each in queues.values():
                                each.append(item)
                    if isinstance(end, StopIteration):
                        return
                    if end is not None:
                        raise end
                yield queue.popleft()
        finally:
            del queues[number]
            if not queues and hasattr(source, "close"):
                source.close()

    return tuple(branch(number) for number in range(consumers))
