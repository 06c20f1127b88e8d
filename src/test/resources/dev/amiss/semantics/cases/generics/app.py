from typing import Any, AsyncIterator, Generic, Iterator, TypeVar

T = TypeVar("T")


class User:
    async def save(self):
        pass


class Repository(Generic[T]):
    def __init__(self, first: T):
        self.first = first

    def get(self) -> T: ...

    async def find(self) -> T: ...

    def all(self) -> list[T]: ...

    async def stream(self) -> AsyncIterator[T]:
        yield self.first

    def __iter__(self) -> Iterator[T]: ...


class Users(Repository[User]):
    async def more(self):
        await self.get().save()  #: app.User.save coroutine static project
        await (await self.find()).save()  #: app.User.save coroutine static project; app.Repository.find coroutine static project
        await self.first.save()  #: app.User.save coroutine static project


class New[K]:
    def get(self) -> K: ...


def first(items: list[T]) -> T: ...


async def agen():
    yield User()


async def main(users: Users, direct: Repository["User"], raw: Repository, new: New[User]):
    await users.get().save()  #: app.User.save coroutine static project
    for user in users.all():
        await user.save()  #: app.User.save coroutine static project
    for user in users:
        await user.save()  #: app.User.save coroutine static project
    async for user in users.stream():
        await user.save()  #: app.User.save coroutine static project
    async for user in agen():
        await user.save()  #: app.User.save coroutine static project
    await direct.get().save()  #: app.User.save coroutine static project
    await raw.get().save()  #: unknown
    await new.get().save()  #: app.User.save coroutine static project
    Repository.get(users)  #: app.Repository.get unknown static project
