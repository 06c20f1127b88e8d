async def reason():
    return str()


async def refuse():
    raise ValueError(await reason())
