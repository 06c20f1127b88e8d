from typing import Protocol


class Store(Protocol):
    async def save(self, item: int) -> None: ...


class MemoryStore:
    def __init__(self) -> None:
        self.items: list[int] = []

    async def save(self, item: int) -> None:
        self.items.append(item)


async def main(store: Store) -> None:
    store.save(1)
