# coding: latin-1
async def load(*args):
    return args


async def fill(a):
    größe = await load('ü')  # é
    return größe
