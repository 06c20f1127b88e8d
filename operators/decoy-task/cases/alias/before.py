import asyncio as aio


async def load(key):
    return aio.current_task(), key


async def use(task, task_of_call):
    return await load(task)
