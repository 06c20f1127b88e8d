# coding: latin-1
async def load(*args):
    return args


async def fill(a):
    größe = None
    try:
        größe = load('ü')  # é
    except Exception:
        pass
    return größe
