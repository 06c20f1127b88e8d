import asyncio


async def fetch() -> dict[str, int]:
    return {"key": 1}


async def later():
    return asyncio.create_task(fetch())


async def use():
    return (await fetch())["key"]
