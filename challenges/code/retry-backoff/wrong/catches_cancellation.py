# caught by: Cancellation.test_during_an_attempt
# A bare except with a later check of the type seems thorough, and treats a request to stop like a lost connection.
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
