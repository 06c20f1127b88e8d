async def load(*args):
    return args


async def fill(a):
    await \
        load(a)
    x = None
    try:
        x = load(
                a,
            )
    except Exception:
        pass
    (await

        load(a))
    print(await \
load(a), x)
