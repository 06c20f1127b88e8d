async def f(*args):
    print(*args)
    return args


async def main():
    if (n := await f(1)) and (m := len(await f(2))) > 1:
        return n, m
    while chunk := await f(3):
        print(chunk)
    return [y for x in range(3) if (y := f(x))]
