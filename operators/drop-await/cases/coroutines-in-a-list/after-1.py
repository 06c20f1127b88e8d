import asyncio


async def f(x):
    print(x)


async def main():
    pending = [f(1), f(2)]
    f(3)
    for coroutine in pending:
        await coroutine
    await asyncio.gather(f(4), f(5))
