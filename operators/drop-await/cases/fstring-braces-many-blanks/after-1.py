async def f():
    print()
    return 1


async def main():
    a = f"{ {0: f}[0]()}"
    return a
