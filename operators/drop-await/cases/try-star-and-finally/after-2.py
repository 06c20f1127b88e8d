async def f(*args):
    print(*args)
    return args


async def main():
    try:
        await f(1)
    except* ValueError:
        f(2)
    else:
        await f(3)
    finally:
        await f(4)
