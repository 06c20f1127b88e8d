import asyncio


async def fill(task):
    await asyncio.gather(task)
    x = None
    try:
        x = task
    except Exception:
        pass
    return x
