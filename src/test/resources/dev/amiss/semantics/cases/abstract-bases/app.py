from abc import ABC, abstractmethod
import abc


class Store(ABC):
    @abstractmethod
    async def save(self, item): ...

    @abc.abstractmethod
    def name(self) -> str:
        """What it is called."""

    async def default(self):
        return await self.save(None)  #: app.Store.save coroutine static project via app.Memory.save, app.File.save

    def unimplemented(self):
        raise NotImplementedError

    @abstractmethod
    async def nobody(self): ...


class Memory(Store):
    async def save(self, item):
        pass

    def name(self) -> str:
        return "memory"

    async def unimplemented(self):
        return 1


class File(Store):
    async def save(self, item):
        pass

    def name(self) -> str:
        return "file"

    async def unimplemented(self):
        return 2


async def use(store: Store, file: File):
    await store.save(1)  #: app.Store.save coroutine static project via app.Memory.save, app.File.save
    store.name()  #: app.Store.name value static project via app.Memory.name, app.File.name
    await store.unimplemented()  #: app.Store.unimplemented coroutine static project via app.Memory.unimplemented, app.File.unimplemented
    await file.save(1)  #: app.File.save coroutine static project
    await store.nobody()  #: app.Store.nobody coroutine static project
