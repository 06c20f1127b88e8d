from typing import Optional

import lib


class Client:
    async def send(self):
        pass


class Log:
    def send(self):
        return None


def make_client() -> Client:
    return Client()


def make_unannotated():
    return Client()


async def connect() -> "Client":
    return Client()


class Service:
    shared = Client()
    lazy = None

    def __init__(self, client: Client, untyped, optional: Optional[Client] = None):
        self.client = client
        self.untyped = untyped
        self.optional = optional or Client()
        self.made = make_client()  #: app.make_client value static project
        self.inferred = make_unannotated()
        self.later = None
        self.mixed = Client()
        self.log = Log()
        self._cache: "dict[str, Client]" = {}
        self.thing = lib.Thing()
        self.first, self.second = Client(), Log()

    async def open(self):
        self.later = await connect()  #: app.connect coroutine static project
        self.mixed = Log()
        self.opened = Client()

    async def use(self):
        await self.client.send()  #: app.Client.send coroutine static project
        await self.untyped.send()  #: unknown
        await self.optional.send()  #: app.Client.send coroutine static project
        await self.made.send()  #: app.Client.send coroutine static project
        await self.inferred.send()  #: app.Client.send coroutine static project
        await self.later.send()  #: app.Client.send coroutine static project
        await self.mixed.send()  #: unknown
        self.log.send()  #: app.Log.send value static project
        await self._cache["a"].send()  #: app.Client.send coroutine static project
        await self.shared.send()  #: app.Client.send coroutine static project
        await self.opened.send()  #: app.Client.send coroutine static project
        await self.thing.send()  #: lib.Thing.send unknown unknown library
        await self.first.send()  #: app.Client.send coroutine static project
        self.second.send()  #: app.Log.send value static project
        await self.lazy.send()  #: app.Client.send coroutine static project
        await self.never.send()  #: unknown

    def configure(self):
        self.lazy = Client()


class Sub(Service):
    def __init__(self):
        super().__init__(Client(), 1)

    async def more(self):
        await self.client.send()  #: app.Client.send coroutine static project


async def outside(service: Service):
    await service.client.send()  #: app.Client.send coroutine static project
    service.log.send()  #: app.Log.send value static project
