from cycle_a import value


async def real():
    pass
