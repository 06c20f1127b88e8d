import asyncio


def made_elsewhere(task: asyncio.Task):
    return task


async def numbers():
    yield 1


async def values(one, other, task: asyncio.Task):
    await (one or other)
    await (one | other)
    await (await task)
    await (yield)
    await numbers()
    print(await made_elsewhere(task), await len(task))


async def never():
    await 1
    await (1, 2)
