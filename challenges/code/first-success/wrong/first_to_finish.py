# caught by: Race.test_failures_do_not_end_the_race
# FIRST_COMPLETED sounds like the race that was asked for; a mirror that refuses quickly wins it.
import asyncio


async def first_success(fetch, mirrors):
    tasks = [asyncio.create_task(fetch(mirror)) for mirror in mirrors]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
