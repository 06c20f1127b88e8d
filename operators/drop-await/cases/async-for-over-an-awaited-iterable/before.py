async def f(*args):
    print(*args)
    return args


async def main():
    async for x in await f(1):
        print(x)
    return [x async for x in await f(2)]
