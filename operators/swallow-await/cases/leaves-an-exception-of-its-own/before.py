class Exception(BaseException):
    pass


async def load():
    return dict(a=1)


async def fill():
    await load()
