class Store:
    async def save(self):
        pass


class Owner:
    def __init__(self, store: Store):
        self._store = store

    @property
    def annotated(self) -> "Store":
        return load()  #: unknown

    @property
    def inferred(self):
        return self._store

    @property
    def both(self):
        return self._store

    @both.setter
    def both(self, value):
        self._store = value

    @property
    async def later(self) -> Store:
        return self._store


class Child(Owner):
    async def use(self):
        await self.annotated.save()  #: app.Store.save coroutine static project
        await self.inferred.save()  #: unknown
        await (await self.later).save()  #: app.Store.save coroutine static project; app.Owner.later coroutine static project


async def use(owner: Owner):
    await owner.annotated.save()  #: app.Store.save coroutine static project
    await owner.both.save()  #: unknown
