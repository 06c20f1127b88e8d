class Store:
    def __init__(self):
        self.entries = {}

    def put(self, key, value):
        self.entries[key] = value

    def size(self):
        return len(self.entries)


class Service:
    def __init__(self, store):
        self.store: Store = store

    async def add(self, key, value):
        self.store.put(key, value)
        return self.store.size()
