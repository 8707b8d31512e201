# caught by: BackOff.test_other_tasks_keep_running
# time.sleep waits just as long, and while it waits nothing else in the program moves.
import time


async def retry(
    operation, *, attempts=5, base=0.5, cap=30.0, retry_on=(ConnectionError, TimeoutError)
):
    delay = base
    for _ in range(attempts - 1):
        try:
            return await operation()
        except retry_on:
            time.sleep(min(delay, cap))
            delay *= 2
    return await operation()
