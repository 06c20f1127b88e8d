from dataclasses import dataclass


@dataclass
class Point:
    x: int


def point():
    return Point(1)


def pair():
    return [1, 2]


async def number():
    return 3


def adder():
    return lambda n: n + 1


async def is_open():
    return await number() > 2


async def run(choice):
    one = point().x
    two = pair()[0], pair()[0:1], [0, 1][await number() - 3]
    three = await number() ** 2, 2 ** await number(), -await number(), await number() + await number() * 2
    four = adder()(await number())
    five = (point()).x, (  # a comment
        point()  # another
    ).x, (pair(
    ))[0]
    if not await is_open() or await is_open() and choice:
        six = f"{await number()}", f"{await number():>{await number()}}", f"{point().x!r}"
    seven = await number() if await is_open() else -await number()
    assert await number() in pair(), f"{pair()[1]}"
    for n in pair():
        print(n, *pair(), await number() == n, await number() is n, end=str(await number()))
    point().x = await number()
    del pair()[0]
    while await number() < 2:
        pass
    return(await number())
