class Server:
    async def dispatch(self, name, message):
        method = "on_" + name
        handler = getattr(self, method, None)
        if handler and callable(handler):
            handler(message)

    def on_join(self, message):
        message.append("joined")

    def on_part(self, message):
        message.append("parted")

    def other(self):
        return 1
