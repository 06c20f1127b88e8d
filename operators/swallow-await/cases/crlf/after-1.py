async def load(*args):
    return args


async def fill(a):
    x = None
    try:
        x = load(
            a, '''
''')
    except Exception:
        pass
    if a: await load()
    return x
