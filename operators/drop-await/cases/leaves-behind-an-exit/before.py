async def f(x):
    print(x)


async def main(x):
    raise NotImplementedError
    await f(1)


async def generator():
    return
    yield await f(2)


async def loop(xs):
    for x in xs:
        if x:
            continue
        else:
            break
        await f(3)
    x = 0 and await f(4)
