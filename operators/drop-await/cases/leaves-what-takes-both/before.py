import inspect


async def f():
    print()


async def maybe_await(value):
    if inspect.isawaitable(value):
        value = await value
    return value


def main():
    async def inner():
        return maybe_await(await f())

    return inner
