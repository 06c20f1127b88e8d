import asyncio


async def f(*args):
    print(*args)
    return args


async def main(x, ready: asyncio.Future):
    await (f(1) if x else f(2))
    (f(3) if x else ready)
    await (x or f(4))
    await (c := f(5))
    await (asyncio.gather() if x else asyncio.shield(ready))
    await (ready if x else x)
    return await (await f(6)), c
