import inspect


class Server:
    async def dispatch(self, name, message):
        handler = getattr(self, f"_handle_{name.lower()}", None)
        if handler is None:
            return
        result = handler(message)
        if inspect.isawaitable(result):
            await result

    async def _handle_join(self, message):
        self.reply(message, "joined")

    def _handle_part(self, message):
        self.reply(message, "parted")

    async def _handle_quit(self, message):
        self.reply(message, "gone")

    def reply(self, message, text):
        message.append(text)
