async def load(*args):
    return args


async def fill(a):
    try:
        load(a)
    except Exception:
        pass
    x = await \
        load(
            a,
        )
    (await

        load(a))
    print(await \
load(a), x)
