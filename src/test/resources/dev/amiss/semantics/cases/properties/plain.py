class Store:
    async def save(self):
        pass


class Owner:
    def __init__(self, store: Store):
        self._store = store

    @property
    def inferred(self):
        return self._store

    @property
    def both(self):
        return self._store

    @both.setter
    def both(self, value: Store):
        self._store = value

    async def use(self):
        await self.inferred.save()  #: plain.Store.save coroutine static project
        await self.both.save()  #: plain.Store.save coroutine static project
