async def key():
    return len(str())


async def forget(table):
    del table[await key()]
    assert await key() == 1, "no key"
    try:
        assert table, key()
    except Exception:
        pass
