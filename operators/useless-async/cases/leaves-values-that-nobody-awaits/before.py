import asyncio
import threading
from functools import partial


def tick():
    print("tick")


def key(item):
    return item


def part(n):
    return n


def done(task):
    print(task)


class Server:
    def on_message(self, message):
        print(message)


def decorate(function):
    return function


@decorate
def decorated():
    return 1


async def run(server: Server, bus):
    tick()
    key(1)
    part(2)
    done(None)
    server.on_message("a")
    decorated()
    threading.Thread(target=tick).start()
    sorted([1], key=key)
    partial(part, 1)
    asyncio.create_task(work()).add_done_callback(done)
    bus.subscribe(server.on_message)


async def work():
    return 1
