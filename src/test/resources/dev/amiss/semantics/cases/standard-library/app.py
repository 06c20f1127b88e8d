import asyncio
import asyncio.subprocess
import concurrent.futures
import json
import queue
import threading
import time
from asyncio import Queue, create_task, gather
from collections import defaultdict


async def job() -> int:
    return 1


class Worker:
    def __init__(self):
        self.queue: asyncio.Queue["Worker"] = asyncio.Queue()
        self.plain = asyncio.Queue()
        self.lock = asyncio.Lock()
        self.stopped = asyncio.Event()
        self.task: asyncio.Task | None = None
        self.jobs = queue.Queue()

    async def run(self):
        worker = await self.queue.get()  #: asyncio.Queue.get coroutine static stdlib
        await worker.run()  #: app.Worker.run coroutine static project
        item = await self.plain.get()  #: asyncio.Queue.get coroutine static stdlib
        await item.run()  #: unknown
        self.queue.put_nowait(worker)  #: asyncio.Queue.put_nowait value static stdlib
        await self.lock.acquire()  #: asyncio.Lock.acquire coroutine static stdlib
        self.lock.release()  #: asyncio.Lock.release value static stdlib
        await self.stopped.wait()  #: asyncio.Event.wait coroutine static stdlib
        self.stopped.set()  #: asyncio.Event.set value static stdlib
        await self.task  #: asyncio.Task awaitable static stdlib
        self.jobs.get()  #: queue.Queue.get unknown static stdlib


async def main():
    await asyncio.sleep(0)  #: asyncio.sleep coroutine static stdlib
    await asyncio.gather(job(), job())  #: asyncio.gather awaitable static stdlib
    await gather(*[job()])  #: asyncio.gather awaitable static stdlib
    await create_task(job())  #: asyncio.create_task awaitable static stdlib
    await asyncio.ensure_future(job())  #: asyncio.ensure_future awaitable static stdlib
    await asyncio.shield(job())  #: asyncio.shield awaitable static stdlib
    await asyncio.wait_for(job(), 1)  #: asyncio.wait_for coroutine static stdlib
    await asyncio.wait([job()])  #: asyncio.wait coroutine static stdlib
    await asyncio.to_thread(time.sleep, 1)  #: asyncio.to_thread coroutine static stdlib
    loop = asyncio.get_running_loop()  #: asyncio.get_running_loop value static stdlib
    await loop.run_in_executor(None, time.sleep)  #: asyncio.AbstractEventLoop.run_in_executor awaitable static stdlib
    future = loop.create_future()  #: asyncio.AbstractEventLoop.create_future awaitable static stdlib
    await future  #: asyncio.Future awaitable static stdlib
    task = asyncio.create_task(job())  #: asyncio.create_task awaitable static stdlib; app.job coroutine static project
    await task  #: asyncio.create_task awaitable static stdlib
    task.cancel()  #: asyncio.Future.cancel value static stdlib
    reader, writer = await asyncio.open_connection("h", 1)  #: asyncio.open_connection coroutine static stdlib
    line = await reader.readline()  #: asyncio.StreamReader.readline coroutine static stdlib
    line.decode()  #: builtins.bytes.decode value static stdlib
    writer.write(b"x")  #: asyncio.StreamWriter.write value static stdlib
    await writer.drain()  #: asyncio.StreamWriter.drain coroutine static stdlib
    await writer.wait_closed()  #: asyncio.StreamWriter.wait_closed coroutine static stdlib
    server = await asyncio.start_server(None, "h", 1)  #: asyncio.start_server coroutine static stdlib
    async with server:
        await server.serve_forever()  #: asyncio.Server.serve_forever coroutine static stdlib
    process = await asyncio.create_subprocess_exec("ls")  #: asyncio.create_subprocess_exec coroutine static stdlib
    await process.wait()  #: asyncio.subprocess.Process.wait coroutine static stdlib
    await process.stdout.read()  #: asyncio.StreamReader.read coroutine static stdlib
    await process.communicate()  #: asyncio.subprocess.Process.communicate coroutine static stdlib
    for done in asyncio.as_completed([job()]):
        await done  #: typing.Coroutine coroutine static stdlib
    time.sleep(1)  #: time.sleep value static stdlib
    json.dumps({})  #: json.dumps value static stdlib
    json.loads("{}")  #: json.loads unknown static stdlib
    threading.Thread(target=job).start()  #: threading.Thread.start value static stdlib; threading.Thread value static stdlib
    condition = asyncio.Condition()  #: asyncio.Condition value static stdlib
    await condition.wait()  #: asyncio.Condition.wait coroutine static stdlib
    print(len([]))  #: builtins.print value static stdlib; builtins.len value static stdlib
    "a".join([])  #: builtins.str.join value static stdlib
    pool = concurrent.futures.ThreadPoolExecutor()  #: concurrent.futures.ThreadPoolExecutor value static stdlib
    pool.submit(time.sleep)  #: concurrent.futures.Executor.submit value static stdlib
    asyncio.run(job())  #: asyncio.run value static stdlib; app.job coroutine static project
    asyncio.nothing_of_the_sort()  #: unknown
    one, two = await asyncio.gather(make(), make())  #: asyncio.gather awaitable static stdlib
    await one.run()  #: app.Worker.run coroutine static project
    three = await asyncio.wait_for(make(), 1)  #: asyncio.wait_for coroutine static stdlib
    await three.run()  #: app.Worker.run coroutine static project


async def make() -> Worker:
    return Worker()


def copied(table: defaultdict[str, Worker]):
    table["a"].run()  #: app.Worker.run coroutine static project
