import asyncio


async def f(x):
    print(x)


if __name__ == "__main__":

    async def main():
        await f(1)

    asyncio.run(main())
