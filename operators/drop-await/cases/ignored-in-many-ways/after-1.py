async def f(*args):
    print(*args)
    return args


async def main():
    await f(1)  # amiss: ignore
    await f(2)  # amiss: ignore[drop-await]
    await f(3)  # amiss: ignore[useless-async, drop-await]: the reason
    await f(4)  # noqa  # amiss: ignore[drop-await] behind another
    await f(5)  #amiss:ignore[drop-await] -- glued
    f(6)  # amiss: ignored
    await f(7)  # amiss: ignore[] nothing
    # amiss: ignore[drop-await] the line above or below
    await f(8)
