import abc


class Store(abc.ABC):
    @abc.abstractmethod
    def load(self, key):
        """What is kept there."""


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
    return store.load("a"), f"{store.load('b')}"


async def main():
    await use(Memory())
    await use(Disk())
