from dataclasses import dataclass


@dataclass
class Point:
    x: int


def point():
    return Point(1)


async def pair():
    return [1, 2]


def number():
    return 3


def adder():
    return lambda n: n + 1


def is_open():
    return number() > 2


async def run(choice):
    one = point().x
    two = (await pair())[0], (await pair())[0:1], [0, 1][number() - 3]
    three = number() ** 2, 2 ** number(), -number(), number() + number() * 2
    four = adder()(number())
    five = (point()).x, (  # a comment
        point()  # another
    ).x, (await pair(
    ))[0]
    if not is_open() or is_open() and choice:
        six = f"{number()}", f"{number():>{number()}}", f"{point().x!r}"
    seven = number() if is_open() else -number()
    assert number() in await pair(), f"{(await pair())[1]}"
    for n in await pair():
        print(n, *await pair(), number() == n, number() is n, end=str(number()))
    point().x = number()
    del (await pair())[0]
    while number() < 2:
        pass
    return(number())
