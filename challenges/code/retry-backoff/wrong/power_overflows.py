# caught by: BackOff.test_thousands_of_attempts
# The formula from the textbook is right for ten attempts and raises OverflowError after a thousand.
import asyncio


async def retry(
    operation, *, attempts=5, base=0.5, cap=30.0, retry_on=(ConnectionError, TimeoutError)
):
    for attempt in range(attempts):
        try:
            return await operation()
        except retry_on:
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(min(cap, base * 2**attempt))
