async def key():
    return len(str())


async def forget(table):
    del table[await key()]
    try:
        assert key() == 1, "no key"
    except Exception:
        pass
    assert table, await key()
