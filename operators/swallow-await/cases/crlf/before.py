async def load(*args):
    return args


async def fill(a):
    x = await load(
        a, '''
''')
    if a: await load()
    return x
