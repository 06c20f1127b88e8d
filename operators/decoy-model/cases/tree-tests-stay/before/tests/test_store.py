import asyncio

from store import fetch


async def use():
    return (await fetch())["key"]


def test_it():
    asyncio.create_task(fetch())
    assert asyncio.run(use()) == 1
