async def f(*args):
    print(*args)
    return args


async def main():
    @await f(1)
    @(f(2))[0]
    async def inner(x=await f(3), *, y=await f(4)):
        await f(5)

    key = lambda x=await f(6), *, y=(await f(7)): x

    class Local(*await f(8), metaclass=await f(9)):
        z = 12

    return inner, key, Local
