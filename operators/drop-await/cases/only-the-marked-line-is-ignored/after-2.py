async def f(*args):
    print(*args)
    return args


async def main():
    await f(1)
    await f(2)  # amiss: ignore[drop-await] the result comes later
    f(4)  # amiss: ignore[useless-async] another operator
