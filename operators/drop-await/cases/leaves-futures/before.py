import asyncio
from asyncio import Future, wrap_future


def promise() -> "asyncio.Future[int]":
    return asyncio.get_running_loop().create_future()


async def main(executor, ready: Future[int]):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(executor, print)
    await asyncio.get_running_loop().run_in_executor(None, print, 1)
    await asyncio.get_event_loop().run_in_executor(None, print, 1)
    await promise()
    await loop.create_future()
    await wrap_future(executor.submit(print))
    await asyncio.shield(ready)
