import asyncio


async def make():
    print()
    return make()


def begin(tasks):
    tasks.append(asyncio.create_task(make()))


async def main():
    asyncio.create_task(await make())
    asyncio.ensure_future(await make())
    return asyncio.gather(await make(), await make())
