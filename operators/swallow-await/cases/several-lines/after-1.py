async def load(*args):
    return args


async def fill(a, b):
    try:
        load(
            a,
          b,
                {
                    "a": a,
                },
        )
    except Exception:
        pass
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
