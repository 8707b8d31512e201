# caught by: Cancellation.test_during_an_attempt
# "Catch everything, then look" seems thorough, and treats a stop like a lost line.
import asyncio


async def retry(
    operation, *, attempts=5, base=0.5, cap=30.0, retry_on=(ConnectionError, TimeoutError)
):
    delay = base
    for attempt in range(1, attempts + 1):
        try:
            return await operation()
        except BaseException as error:
            fatal = isinstance(error, Exception) and not isinstance(error, retry_on)
            if fatal or attempt == attempts:
                raise
        await asyncio.sleep(min(delay, cap))
        delay *= 2
