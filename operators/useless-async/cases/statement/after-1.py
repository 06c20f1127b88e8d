class Log:
    def __init__(self):
        self.lines = []

    async def note(self, text):
        self.lines.append(text)


log = Log()


async def run():
    await log.note("begin")
    await log.note("end")
