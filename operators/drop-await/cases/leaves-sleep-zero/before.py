import asyncio
import asyncio as aio
from asyncio import sleep
from asyncio import sleep as pause


async def main():
    await asyncio.sleep(0)
    await aio.sleep(0)
    await sleep(0)
    await pause(delay=0)
    await asyncio.sleep(0.0)
