import sys


async def f(x):
    print(x)


if sys.version_info < (3, 6):

    async def main():
        await f(1)
