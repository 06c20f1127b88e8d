async def load(*args):
    return args


async def fill(a):
    await \
        load(a)
    x = await \
        load(
            a,
        )
    (await

        load(a))
    try:
        print(load(a), x)
    except Exception:
        pass
