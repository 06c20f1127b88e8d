async def match(x):
    print(x)


async def case(x):
    print(x)


async def type(x):
    print(x)


async def _(x):
    print(x)


async def main(x):
    await match(x)
    match (x)
    await case(x)
    await type(x)
    await _(x)
    print(await match(-x))
