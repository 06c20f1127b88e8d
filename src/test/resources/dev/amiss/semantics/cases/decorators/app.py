import asyncio
import contextlib
import functools
from abc import abstractmethod
from functools import cache, lru_cache, wraps
from typing import final, overload

import lib
import pytest
import tenacity
from fastapi import APIRouter, FastAPI
from typing_extensions import override

app = FastAPI()
router = APIRouter(prefix="/x")


def register(function):
    TABLE.append(function)
    return function


TABLE = []


def timed(function):
    @wraps(function)
    async def wrapper(*args, **kwargs):
        return await function(*args, **kwargs)

    return wrapper


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        return result

    return wrapper


def blocking(function):
    def wrapper(*args, **kwargs):
        return asyncio.run(function(*args, **kwargs))

    return wrapper


def retry(times=3):
    def decorate(function):
        @wraps(function)
        async def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return await function(*args, **kwargs)
                except OSError:
                    pass

        return wrapper

    return decorate


def either(function):
    if asyncio.iscoroutinefunction(function):

        @wraps(function)
        async def async_wrapper(*args):
            return await function(*args)

        return async_wrapper

    @wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


def opaque(function):
    return lib.wrap(function)


def silent(function):
    pass


class Registry:
    def on(self, event):
        def add(function):
            self.handlers[event] = function
            return function

        return add


registry = Registry()


@register
async def registered():
    pass


@timed
async def is_timed():
    pass


@logged
async def is_logged():
    pass


@logged
def plain_logged():
    return 1


@blocking
async def is_blocking() -> int:
    return 1


@retry(times=5)
async def retried():
    pass


@either
async def either_async():
    pass


@either
def either_sync():
    return 1


@opaque
async def is_opaque():
    pass


@silent
async def is_silenced():
    pass


@lib.decorate
async def foreign():
    pass


@lib.decorate(1)
async def foreign_called():
    pass


@registry.on("start")
async def on_start():
    pass


@app.get("/items")
async def items():
    return []


@router.post("/items")
@timed
async def create():
    return []


@app.middleware
@lib.other
async def both():
    pass


@lru_cache(maxsize=None)
def cached():
    return 1


@cache
async def cached_async():
    pass


@contextlib.asynccontextmanager
async def opened():
    yield 1


@pytest.mark.asyncio
async def marked():
    pass


@pytest.fixture
async def fixture():
    pass


@tenacity.retry(stop=3)
async def tenacious():
    pass


@timed
@lib.decorate
async def wraps_unknown():
    pass


@missing
async def undecided():
    pass


class Base:
    @final
    @override
    async def method(self):
        pass

    @abstractmethod
    async def must(self): ...

    @timed
    async def timed_method(self):
        pass

    @overload
    async def shaped(self, x: int) -> int: ...
    @overload
    async def shaped(self, x: str) -> str: ...
    async def shaped(self, x):
        return x

    @property
    async def ready(self):
        return True

    @functools.cached_property
    def cached(self):
        return Base()

    @lib.hybrid
    def odd(self):
        return 1


async def main(base: Base):
    await registered()  #: app.registered coroutine static project
    await is_timed()  #: app.is_timed coroutine static project
    await is_logged()  #: app.is_logged coroutine static project
    plain_logged()  #: app.plain_logged value static project
    is_blocking()  #: app.is_blocking unknown static project
    await retried()  #: app.retried coroutine static project
    await either_async()  #: app.either_async coroutine static project
    either_sync()  #: app.either_sync value static project
    await is_opaque()  #: app.is_opaque unknown unknown project
    is_silenced()  #: app.is_silenced unknown unknown project
    await foreign()  #: app.foreign unknown unknown project
    await foreign_called()  #: app.foreign_called unknown unknown project
    await on_start()  #: app.on_start coroutine static project
    await items()  #: app.items coroutine static project
    await create()  #: app.create coroutine static project
    await both()  #: app.both unknown unknown project
    cached()  #: app.cached value static project
    await cached_async()  #: app.cached_async unknown unknown project
    opened()  #: app.opened value static project
    await marked()  #: app.marked coroutine static project
    await fixture()  #: app.fixture unknown unknown project
    await tenacious()  #: app.tenacious coroutine static project
    await wraps_unknown()  #: app.wraps_unknown coroutine static project
    await undecided()  #: app.undecided unknown unknown project
    await base.method()  #: app.Base.method coroutine static project
    await base.must()  #: app.Base.must coroutine static project
    await base.timed_method()  #: app.Base.timed_method coroutine static project
    await base.shaped(1)  #: app.Base.shaped coroutine static project
    await base.ready  #: app.Base.ready coroutine static project
    await base.cached.method()  #: app.Base.method coroutine static project
    base.odd()  #: app.Base.odd unknown unknown project
