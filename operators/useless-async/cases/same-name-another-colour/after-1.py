class Log:
    async def write(self, text):
        print(text)


class Socket:
    async def write(self, text):
        print(text)


async def run(log: Log, socket: Socket):
    await log.write("a")
    await socket.write("b")
