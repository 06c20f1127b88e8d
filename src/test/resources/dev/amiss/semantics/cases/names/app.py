async def save():
    pass


def load():
    return 1


async def rows():
    yield 1


async def main():
    await save()  #: app.save coroutine static project
    load()  #: app.load value static project
    rows()  #: app.rows async-iterator static project
    missing()  #: unknown
    alias = save
    await alias()  #: app.save coroutine static project
    (lambda: load())()  #: lambda: load() value static unknown; app.load value static project


main()  #: app.main coroutine static project
