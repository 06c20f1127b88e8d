async def load(*args):
    return args


async def fill(a):
    if a:
    	await load()
