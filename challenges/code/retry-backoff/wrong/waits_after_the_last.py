# caught by: BackOff.test_no_wait_after_the_last_attempt
# One loop for all attempts is shorter, but the caller then waits for an attempt that never comes.
import asyncio


async def retry(
    operation, *, attempts=5, base=0.5, cap=30.0, retry_on=(ConnectionError, TimeoutError)
):
    delay = base
    for _ in range(attempts):
        try:
            return await operation()
        except retry_on as error:
            last = error
            await asyncio.sleep(min(delay, cap))
            delay = min(delay * 2, cap)
    raise last
