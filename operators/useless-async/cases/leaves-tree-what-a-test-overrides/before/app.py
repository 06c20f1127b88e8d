class Store:
    def load(self):
        return 1


async def run(store: Store):
    return store.load()
