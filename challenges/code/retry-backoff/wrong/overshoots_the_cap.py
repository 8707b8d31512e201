# caught by: BackOff.test_doubles_up_to_the_cap
# The cap is checked before the doubling, so one wait in between is longer than allowed.
import asyncio


async def retry(
    operation, *, attempts=5, base=0.5, cap=30.0, retry_on=(ConnectionError, TimeoutError)
):
    delay = base
    for _ in range(attempts - 1):
        try:
            return await operation()
        except retry_on:
            await asyncio.sleep(delay)
            if delay < cap:
                delay *= 2
    return await operation()
