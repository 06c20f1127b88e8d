import asyncio


async def f():
    print()


async def main(coroutine, tasks):
    await coroutine
    await tasks[0]
    asyncio.gather(f(), f())
    await asyncio.create_task(f())
    await asyncio.sleep(0)
    await ("neither", "of", "these")
    return await coroutine.later
