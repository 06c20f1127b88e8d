def a():
    return 1


def b():
    return 1


def c():
    return 1


def d():
    return 1


def e():
    return 1


def f():
    return 1


def g():
    return 1


def h():
    return lambda: 1


def i():
    return 1


def j():
    return 1


NUMBER = a()


class Settings:
    number = b()


async def run(number=c()):
    d()
    (lambda: d())
    e()
    sum(e() for n in [1])
    [[f() for n in [1]] for m in [1]]
    f()
    print(f"{g()=}")

    @h()
    async def inner():
        return 1

    x: i() = 1
    i()
    sum(n for n in [1] for m in [j()])
