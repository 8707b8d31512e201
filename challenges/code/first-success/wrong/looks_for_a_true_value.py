# caught by: Race.test_empty_values_are_results
# "if result" reads well, and takes an empty list of releases for a failure.
import asyncio


async def first_success(fetch, mirrors):
    tasks = [asyncio.create_task(fetch(mirror)) for mirror in mirrors]
    errors = {}
    try:
        async for finished in asyncio.as_completed(tasks):
            try:
                result = await finished
            except Exception as error:
                errors[finished] = error
                continue
            if result:
                return result
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("every mirror failed", [errors[task] for task in tasks])
