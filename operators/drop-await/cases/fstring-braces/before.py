async def f():
    print()
    return 1


async def main():
    a = f"{await {0: f}[0]()}"
    b = f"{await {'k': f}['k']()!r}"
    c = f"{a:{await {0: f}[0]()}}"
    d = f"{ await {0: f}[0]()}"
    return a, b, c, d
