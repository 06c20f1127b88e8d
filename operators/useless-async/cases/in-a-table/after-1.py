class Server:
    def __init__(self):
        self.handlers = {"join": self.join, "part": self.part}

    async def join(self, message):
        message.append("joined")

    async def part(self, message):
        message.append("parted")

    async def dispatch(self, name, message):
        if name in self.handlers:
            await self.handlers[name](message)
        handler = self.handlers.get(name)
        if handler is not None:
            await handler(message)
        for key, each in self.handlers.items():
            print(key, await each(message))
