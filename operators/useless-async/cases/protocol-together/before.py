from typing import Protocol


class Store(Protocol):
    def save(self, text: str) -> None: ...


class Memory:
    def __init__(self):
        self.texts = []

    def save(self, text: str) -> None:
        self.texts.append(text)


async def keep(store: Store):
    store.save("a")
