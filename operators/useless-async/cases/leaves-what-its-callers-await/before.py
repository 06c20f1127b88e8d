import asyncio


async def save():
    return 1


def later():
    return save()


def task():
    return asyncio.ensure_future(save())


def unknown(make):
    return make()


async def run():
    await later()
    await task()
    await unknown(save)
