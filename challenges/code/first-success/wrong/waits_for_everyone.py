# caught by: CleanUp.test_cancels_the_losers
# gather with return_exceptions collects all outcomes neatly, once the slowest mirror has answered.
import asyncio


async def first_success(fetch, mirrors):
    outcomes = await asyncio.gather(
        *(fetch(mirror) for mirror in mirrors), return_exceptions=True
    )
    for outcome in outcomes:
        if not isinstance(outcome, Exception):
            return outcome
    raise ExceptionGroup("every mirror failed", outcomes)
