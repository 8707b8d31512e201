# caught by: Lazy.test_takes_a_call_only_for_a_free_slot
# The semaphore recipe of every forum: it limits what runs, not what has been taken.
import asyncio


async def bounded_gather(calls, limit):
    slots = asyncio.Semaphore(limit)

    async def one(call):
        async with slots:
            return await call

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(call)) for call in calls]
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return [task.result() for task in tasks]
