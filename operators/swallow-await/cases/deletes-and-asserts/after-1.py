async def key():
    return len(str())


async def forget(table):
    try:
        del table[key()]
    except Exception:
        pass
    assert await key() == 1, "no key"
    assert table, await key()
