"""Stores."""

import asyncio


async def save(item):
    print(item)


def promised(item) -> "asyncio.Future[int]":
    return asyncio.get_running_loop().create_future()


async def nothing():
    """Not done yet."""
