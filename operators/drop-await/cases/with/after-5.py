async def f(*args):
    print(*args)
    return args


async def main():
    with await f(1) as x, (await f(2)) as y:
        pass
    async with await f(3), await f(4) as z:
        pass
    with (
        f(5) as a,
        await f(6),
    ):
        return x, y, z, a
