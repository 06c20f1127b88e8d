import asyncio as aio


async def load(key):
    return aio.current_task(), key


async def use(task, task_of_call):
    task_of_call2 = aio.create_task(load(task))
    return await task_of_call2
