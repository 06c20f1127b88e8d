async def f(*args):
    print(*args)
    return args


async def main(x):
    await f(1); await f(2)
    if x: await f(3)
    else: f(4); x = await f(5)
    for _ in x: await f(6)
    try: await f(7)
    finally: await f(8)


async def short(): await f(9)
