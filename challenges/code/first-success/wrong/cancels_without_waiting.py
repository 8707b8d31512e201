# caught by: CleanUp.test_waits_for_clean_up
# After cancel() the losers are thought of as gone; in fact they have not even been told yet.
import asyncio


async def first_success(fetch, mirrors):
    tasks = [asyncio.create_task(fetch(mirror)) for mirror in mirrors]
    try:
        async for finished in asyncio.as_completed(tasks):
            if finished.exception() is None:
                return finished.result()
    finally:
        for task in tasks:
            task.cancel()
    raise ExceptionGroup("every mirror failed", [task.exception() for task in tasks])
