import inspect


async def maybe_await(value):
    if inspect.isawaitable(value):
        return await value
    return value


async def dispatch(handler, message):
    return maybe_await(handler(message))
