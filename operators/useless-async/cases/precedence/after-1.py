from dataclasses import dataclass


@dataclass
class Point:
    x: int


async def point():
    return Point(1)


def pair():
    return [1, 2]


def number():
    return 3


def adder():
    return lambda n: n + 1


def is_open():
    return number() > 2


async def run(choice):
    one = (await point()).x
    two = pair()[0], pair()[0:1], [0, 1][number() - 3]
    three = number() ** 2, 2 ** number(), -number(), number() + number() * 2
    four = adder()(number())
    five = (await point()).x, (  # a comment
        await point()  # another
    ).x, (pair(
    ))[0]
    if not is_open() or is_open() and choice:
        six = f"{number()}", f"{number():>{number()}}", f"{(await point()).x!r}"
    seven = number() if is_open() else -number()
    assert number() in pair(), f"{pair()[1]}"
    for n in pair():
        print(n, *pair(), number() == n, number() is n, end=str(number()))
    (await point()).x = number()
    del pair()[0]
    while number() < 2:
        pass
    return(number())
