import asyncio


async def f():
    print()


async def main(loop: asyncio.AbstractEventLoop):
    await asyncio.create_task(f())
    await asyncio.ensure_future(f())
    await loop.create_task(f(), name="f")
    async with asyncio.TaskGroup() as group:
        await group.create_task(f())
