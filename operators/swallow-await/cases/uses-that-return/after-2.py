async def load():
    return dict(a=1)


async def first():
    return (await load())["a"]


async def names():
    try:
        return [name.upper() for name in load()]
    except Exception:
        pass


async def pick(flag):
    if flag:
        return sorted(await load())
    return {}
