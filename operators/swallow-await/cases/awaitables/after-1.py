import asyncio


async def fill(task):
    try:
        asyncio.gather(task)
    except Exception:
        pass
    x = await task
    return x
