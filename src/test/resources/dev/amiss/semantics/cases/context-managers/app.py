import asyncio
import contextlib
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import AsyncIterator, Self

import lib


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        pass

    async def send(self):
        pass


class Child(Session):
    async def more(self):
        pass


class Typed:
    async def __aenter__(self) -> "Session":
        return make()

    async def __aexit__(self, *exc):
        pass


class Myself:
    async def __aenter__(self) -> Self:
        await prepare()
        return self

    async def send(self):
        pass


class Heir(Myself):
    async def more(self):
        pass


class Odd:
    async def __aenter__(self):
        return lib.make()


class Plain:
    def __enter__(self):
        return self

    async def send(self):
        pass


@asynccontextmanager
async def opened() -> AsyncIterator[Session]:
    yield Session()


@contextlib.asynccontextmanager
async def untyped():
    session = Session()
    yield session


@contextmanager
def plain():
    yield Session()


class Owner:
    @asynccontextmanager
    async def session(self) -> AsyncIterator[Session]:
        yield Session()


async def main(owner: Owner):
    async with Session() as a, Typed() as b:
        await a.send()  #: app.Session.send coroutine static project
        await b.send()  #: app.Session.send coroutine static project
    async with Child() as child:
        await child.more()  #: app.Child.more coroutine static project
    async with Heir() as heir:
        await heir.more()  #: app.Heir.more coroutine static project
    async with Odd() as odd:
        await odd.send()  #: unknown
    with Plain() as p:
        await p.send()  #: app.Plain.send coroutine static project
    async with opened() as c:
        await c.send()  #: app.Session.send coroutine static project
    async with untyped() as d:
        await d.send()  #: app.Session.send coroutine static project
    with plain() as e:
        await e.send()  #: app.Session.send coroutine static project
    async with owner.session() as f:
        await f.send()  #: app.Session.send coroutine static project
    async with lib.Session() as g:
        await g.send()  #: unknown
    async with AsyncExitStack() as stack:
        h = await stack.enter_async_context(opened())  #: contextlib.AsyncExitStack.enter_async_context coroutine static stdlib
        await h.send()  #: app.Session.send coroutine static project
    async with asyncio.timeout(1) as t:
        t.reschedule(2)  #: asyncio.Timeout.reschedule value static stdlib
    async with asyncio.TaskGroup() as group:
        await group.create_task(owner.use())  #: asyncio.TaskGroup.create_task awaitable static stdlib
