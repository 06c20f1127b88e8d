import app
import app.core
import app.core as kernel
import app.plugins.one
import aiohttp
import asyncio as aio
from aiohttp import ClientSession, request as ask
from asyncio import *
from app import open_core, exported, hidden, Core as Kernel
from app.public import *
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core import Core

try:
    from app.core import connect
except ImportError:
    connect = None

try:
    from fast import loop_run
except ImportError:
    from app.core import connect as loop_run


async def main(core: "Core"):
    await app.open_core()  #: app.core.connect coroutine static project
    await app.core.connect()  #: app.core.connect coroutine static project
    await kernel.connect()  #: app.core.connect coroutine static project
    await app.plugins.two.ping()  #: app.plugins.two.ping coroutine static project
    await open_core()  #: app.core.connect coroutine static project
    await exported()  #: app.star.exported coroutine static project
    await app._private()  #: app.star._private coroutine static project
    await hidden()  #: unknown
    await app.missing()  #: unknown
    await core.run()  #: app.core.Core.run coroutine static project
    await Kernel().run()  #: app.core.Core.run coroutine static project
    await shown()  #: app.public.shown coroutine static project
    await _not_shown()  #: unknown
    await connect()  #: app.core.connect coroutine static project
    await loop_run()  #: unknown
    await aio.sleep(1)  #: asyncio.sleep coroutine static stdlib
    await sleep(1)  #: asyncio.sleep coroutine static stdlib
    await aiohttp.request("GET")  #: aiohttp.request unknown unknown library
    await ask("GET")  #: aiohttp.request unknown unknown library
    session = ClientSession()  #: aiohttp.ClientSession unknown unknown library
    await session.get("x")  #: aiohttp.ClientSession.get unknown unknown library
