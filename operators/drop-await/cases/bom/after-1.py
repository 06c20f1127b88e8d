async def f(x):
    print(x, "é")


async def main():
    "ÄÖÜ"; f(1)
