async def load():
    return dict(a=1)


async def first():
    return (await load())["a"]


async def names():
    return [name.upper() for name in await load()]


async def pick(flag):
    if flag:
        return sorted(await load())
    return {}
