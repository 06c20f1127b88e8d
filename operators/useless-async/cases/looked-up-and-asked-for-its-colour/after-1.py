import asyncio


class Server:
    async def dispatch(self, name, message):
        handler = getattr(self, "on_" + name)
        if asyncio.iscoroutinefunction(handler):
            await handler(message)
        else:
            handler(message)

    async def on_join(self, message):
        message.append("joined")
