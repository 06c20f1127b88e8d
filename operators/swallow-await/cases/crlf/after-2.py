async def load(*args):
    return args


async def fill(a):
    x = await load(
        a, '''
''')
    if a:
        try:
            load()
        except Exception:
            pass
    return x
