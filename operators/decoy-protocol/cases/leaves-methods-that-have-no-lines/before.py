import asyncio


class Store:
    def load(self, key):
        return key


class Memory(Store):
    def load(self, key): return key + 1


class Disk(Store):
    def load(self, key):
        """Nothing."""


async def use(store: Store):
    await asyncio.sleep(1)
    return store.load("a")


async def main():
    await use(Disk())
    await use(Memory())
