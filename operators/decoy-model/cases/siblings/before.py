import asyncio


async def totals() -> dict[str, int]:
    return {"seen": 1}


async def report(show):
    await totals()
    show(await totals())
    if await totals():
        show("some")
    numbers = await totals()
    show(numbers)
    return await totals()


async def patient():
    return await asyncio.wait_for(totals(), 5)


async def seen():
    return (await totals())["seen"]


def main():
    print(asyncio.run(totals()))
