async def load(*args):
    return args


async def fill(a, b):
    await load(
        a,
      b,
            {
                "a": a,
            },
    )
    total = a + \
        await load() + \
            b
    (
        await
        load()
    )
    return (
        total
    )
