import abc
import asyncio


class Store(abc.ABC):
    @abc.abstractmethod
    async def load(self, key):
        """What is kept there."""


class Memory(Store):
    def __init__(self):
        self.kept = {}

    async def load(self, key):
        """What is kept there."""
        await asyncio.sleep(0)
        return self.kept[key]


class Disk(Store):
    async def load(self, key):
        return open(key).read()


async def use(store: Store):
    await asyncio.sleep(1)
    return await store.load("a"), f"{await store.load('b')}"


async def main():
    await use(Memory())
    await use(Disk())
