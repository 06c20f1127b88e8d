"""await f()"""


async def f():
    # await f()
    return f"{{await f()}} {'await f()'}"


def awaited(async_, awaits):
    return async_.await_ + awaits
