import asyncio
from typing import Awaitable, Coroutine, Any


async def fetch() -> int:
    return 1


def plain_coroutine():
    return fetch()  #: app.fetch coroutine static project


def plain_task():
    return asyncio.create_task(fetch())  #: asyncio.create_task awaitable static stdlib; app.fetch coroutine static project


def declared() -> Awaitable[int]:
    return plain_task()  #: app.plain_task awaitable static project


def declared_coroutine() -> Coroutine[Any, Any, int]:
    return fetch()  #: app.fetch coroutine static project


async def maybe_await(value):
    if asyncio.iscoroutine(value):
        return await value  #: unknown
    return value


class Holder:
    def __init__(self, given: Awaitable[int]):
        self.given = given
        self.task = asyncio.create_task(fetch())
        self.coroutine = fetch()
        self.nothing = None

    async def use(self):
        await self.given  #: typing.Awaitable awaitable static stdlib
        await self.task  #: asyncio.create_task awaitable static stdlib
        await self.coroutine  #: app.fetch coroutine static project
        await self.nothing  #: unknown


async def main(given: "asyncio.Future[int]", coroutine: Coroutine[Any, Any, None]):
    await plain_coroutine()  #: app.plain_coroutine coroutine static project
    await plain_task()  #: app.plain_task awaitable static project
    await declared()  #: app.declared awaitable static project
    await declared_coroutine()  #: app.declared_coroutine coroutine static project
    await given  #: asyncio.Future awaitable static stdlib
    await coroutine  #: typing.Coroutine coroutine static stdlib
    pending = fetch()  #: app.fetch coroutine static project
    await pending  #: app.fetch coroutine static project
    tasks = [fetch(), fetch()]
    await tasks[0]  #: unknown
    await (fetch() if given else plain_task())  #: unknown
    await (fetch())  #: app.fetch coroutine static project
    await fetch  #: unknown
    await 3  #: unknown
    await {"a": fetch}["a"]()  #: unknown
    print(f"{await fetch()} and {await pending!r:>{await given}}")  #: app.fetch coroutine static project; app.fetch coroutine static project; asyncio.Future awaitable static stdlib
