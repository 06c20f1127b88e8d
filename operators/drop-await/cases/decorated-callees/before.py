import functools

import somewhere


@somewhere.decorated
async def known_by_nobody():
    print()


@functools.lru_cache
async def cached():
    print()


async def main():
    await known_by_nobody()
    await cached()
