import asyncio
from asyncio import gather


async def f(x):
    return x


async def main():
    a, b = await asyncio.gather(f(1), f(2))
    return a, b, await gather(*(f(x) for x in range(3)), return_exceptions=True)
