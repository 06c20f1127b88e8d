async def f(*args):
    print(*args)
    return args


async def main():
    async def inner():
        async def innermost():
            return await f(1)

        return await innermost()

    def sync():
        async def again():
            await f(2)

        return again

    class Local:
        async def method(self):
            await sync()()
            await inner()

    Local().method()
