class Server:
    table = {}

    def __init__(self):
        self.handlers = {"join": self.on_join, "part": self.on_part}

    async def on_join(self, message):
        pass

    async def on_part(self, message):
        pass

    def quit(self):
        return 1

    async def dispatch(self, name, message):
        handler = getattr(self, f"on_{name}", None)
        await handler(message)  #: unknown
        await getattr(self, "on_join")(message)  #: app.Server.on_join coroutine static project
        known = getattr(self, "on_part", None)
        await known(message)  #: app.Server.on_part coroutine static project
        getattr(self, "quit", self.on_join)()  #: unknown; builtins.getattr value static stdlib
        await self.handlers[name](message)  #: unknown
        entry = self.handlers.get(name)
        await entry(message)  #: unknown
        await self.table[name](self, message)  #: unknown
        await globals()[name]()  #: unknown
        method = self.on_join if name else self.on_part
        await method(message)  #: app.Server.on_join | app.Server.on_part coroutine static project via app.Server.on_join, app.Server.on_part
        for step in (self.on_join, self.on_part):
            await step(message)  #: app.Server.on_join | app.Server.on_part coroutine static project via app.Server.on_join, app.Server.on_part


Server.table["x"] = Server.on_join
