async def f():
    g()


async def g():
    print()
