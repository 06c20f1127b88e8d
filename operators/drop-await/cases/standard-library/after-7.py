import asyncio
import asyncio as aio
from asyncio import Queue, StreamReader, sleep
from asyncio import wait_for as limited


async def read(reader: StreamReader, writer: asyncio.StreamWriter, queue: Queue[int]):
    line = await reader.readline()
    writer.write(line)
    await writer.drain()
    await queue.put(len(line))
    return await queue.get()


async def main(event: asyncio.Event, lock: "asyncio.Lock"):
    await asyncio.sleep(1)
    await aio.sleep(0.5)
    sleep(2, result=3)
    await event.wait()
    await lock.acquire()
    reader, writer = await asyncio.open_connection("localhost", 1)
    await limited(read(reader, writer, Queue()), 1)
    await asyncio.wait_for(event.wait(), timeout=1)
    await asyncio.to_thread(print)
    done, _ = await asyncio.wait([])
    return done
