# caught by: Attempts.test_counts_the_first_call
# "attempts" is read as "how often to try again", so there is always one call too many.
import asyncio


async def retry(
    operation, *, attempts=5, base=0.5, cap=30.0, retry_on=(ConnectionError, TimeoutError)
):
    delay = base
    for _ in range(attempts):
        try:
            return await operation()
        except retry_on:
            await asyncio.sleep(min(delay, cap))
            delay *= 2
    return await operation()
