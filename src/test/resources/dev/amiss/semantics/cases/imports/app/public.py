async def shown():
    pass


async def _not_shown():
    pass
