async def f(*args):
    print(*args)
    return args


async def main(allowed):
    x = await f(1)
    y: list = await f(2)
    x += await f(3)
    if not await f(4):
        raise PermissionError
    while f(5):
        break
    assert await f(6), await f(7)
    z = 1 if await f(8) else 2
    return await f(9) or y or z
