from typing import Protocol


class Store(Protocol):
    async def save(self, text: str) -> None: ...


class Memory:
    def __init__(self):
        self.texts = []

    async def save(self, text: str) -> None:
        self.texts.append(text)


async def keep(store: Store):
    await store.save("a")
