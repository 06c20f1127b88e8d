async def f(*args):
    print(*args)
    return args


async def main():
    return f"{await f(1)=} {await f(2) = !s}"
