async def maybe_await(value):
    return await value if hasattr(value, "__await__") else value


class Server:
    def join(self, message):
        message.append("joined")

    def part(self, message):
        message.append("parted")

    TABLE = {"join": join, "part": part}

    async def dispatch(self, name, message):
        await maybe_await(self.TABLE[name](self, message))
