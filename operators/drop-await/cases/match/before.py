async def f(*args):
    print(*args)
    return args


async def main(command):
    match await f(command):
        case [x] if await f(x):
            return await f(x, x)
        case _:
            await f()
