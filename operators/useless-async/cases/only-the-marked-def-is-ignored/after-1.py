def one():  # amiss: ignore[useless-async] on purpose
    return 1


async def two():
    return 2


async def run():
    return one() + await two()
