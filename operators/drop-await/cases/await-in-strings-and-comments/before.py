"""await f()"""


async def f(x):
    """await f()"""
    print("await f()", x)  # await f()


async def main():
    # await f(0)
    await f("await f(1)")  # await f(2)
    return "", r"await", b"await"
