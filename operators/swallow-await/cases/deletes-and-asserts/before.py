async def key():
    return len(str())


async def forget(table):
    del table[await key()]
    assert await key() == 1, "no key"
    assert table, await key()
