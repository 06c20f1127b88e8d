import asyncio


class Store:
    def load(self, key):
        return key


class Memory(Store):
    def __init__(self):
        self.kept = {}

    def load(self, key):
        """What is kept there."""
        return self.kept[key]


class Disk(Store):
    def load(self, key):
        return open(key).read()


async def use(store: Store):
    await asyncio.sleep(1)
    return store.load("a"), f"{store.load('b')}"


async def main():
    await use(Memory())
    await use(Disk())
