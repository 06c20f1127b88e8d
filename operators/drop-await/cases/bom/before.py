async def f(x):
    print(x, "é")


async def main():
    "ÄÖÜ"; await f(1)
