# caught by: CleanUp.test_outer_cancellation
# The losers are looked after when there is a winner, not when the caller is cancelled.
import asyncio


async def first_success(fetch, mirrors):
    tasks = [asyncio.create_task(fetch(mirror)) for mirror in mirrors]
    async for finished in asyncio.as_completed(tasks):
        if finished.exception() is None:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            return finished.result()
    raise ExceptionGroup("every mirror failed", [task.exception() for task in tasks])
