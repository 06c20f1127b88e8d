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
    total = None
    try:
        total = a + \
            load() + \
                b
    except Exception:
        pass
    (
        await
        load()
    )
    return (
        total
    )
