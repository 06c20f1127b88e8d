from contextlib import asynccontextmanager


async def load():
    return dict(a=1)


@asynccontextmanager
async def loaded():
    yield await load()


async def numbers():
    x = yield await load()
    print((yield), await load(), x)
