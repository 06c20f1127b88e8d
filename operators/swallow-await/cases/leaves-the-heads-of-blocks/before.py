async def load():
    return dict(a=1)


async def heads(value):
    if await load():
        return 1
    elif not await load():
        return 2
    while await load():
        break
    for item in await load():
        print(item)
    with await load() as entered:
        print(entered)
    try:
        pass
    except await load():
        pass
    @await load()
    def decorated(default=await load()):
        pass
    class Inner(await load()):
        pass
