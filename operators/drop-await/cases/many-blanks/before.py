async def f(*args):
    print(*args)
    return args


async def main():
    await   f(1)
    x = await 	 f(2)
    return (awaitf(3), x)
