async def f(*args):
    print(*args)
    return args


async def main():
    try:
        await f(1)
    except Exception:
        pass
    try:
        f(2)
    except:
        return
    try:
        await f(3)
    except Exception:
        raise
