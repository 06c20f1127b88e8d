async def f(*args):
    print(*args)
    return args


async def numbers():
    x = f(1)
    while True:
        yield await f(2)
        y = yield x
        await f(y)


async def main():
    async for number in numbers():
        print(number)
