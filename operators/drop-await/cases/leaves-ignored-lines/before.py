async def f(*args):
    print(*args)
    return args


async def main():
    await f(1)  # amiss: ignore[drop-await] measured elsewhere
