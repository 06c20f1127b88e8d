from .ports import Store


class Service:
    def __init__(self, store: Store) -> None:
        self.store = store

    async def run(self) -> None:
        self.store.save(1)
