async def f(*args):
    print(*args)
    return args


async def numbers():
    x = await f(1)
    while True:
        yield f(2)
        y = yield x
        await f(y)


async def main():
    async for number in numbers():
        print(number)
