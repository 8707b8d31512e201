# caught by: Errors.test_timeout_of_the_load_itself
# Nothing is plainer than wait_for with an except, and it hides the timeouts of others.
import asyncio


async def fresh_or_cached(load, seconds, cached):
    try:
        return await asyncio.wait_for(load(), seconds)
    except TimeoutError:
        return cached
