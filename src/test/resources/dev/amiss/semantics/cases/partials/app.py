import functools
from functools import partial


async def send(a, b):
    pass


class Worker:
    def __init__(self):
        self.step = partial(self.work, 1)

    async def work(self, n):
        await self.step()  #: app.Worker.work coroutine static project


ready = functools.partial(send, 1)


async def main():
    await ready(2)  #: app.send coroutine static project
    await partial(send, 1)(2)  #: app.send coroutine static project
    twice = partial(ready, 2)  #: functools.partial value static stdlib
    await twice()  #: app.send coroutine static project
    await partial(unknown_thing)()  #: unknown
